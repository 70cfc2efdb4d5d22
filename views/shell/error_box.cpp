// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/error_box.h"

#include "views/bridge/messages.h"

#include <QMessageBox>

namespace halltwin::views::shell {

void showErrorBox(QWidget& window, const Error& error) {
    auto* box = new QMessageBox(QMessageBox::Warning, bridge::errorTitle(error.code),
                                bridge::errorText(error), QMessageBox::Ok, &window);
    box->setObjectName(QStringLiteral("errorDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

}  // namespace halltwin::views::shell
