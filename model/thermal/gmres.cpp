// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/gmres.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace halltwin::thermal {

namespace {

constexpr std::size_t mostSteps = 300;

double product(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

void addScaled(std::vector<double>& a, double factor, const std::vector<double>& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] += factor * b[i];
}

/// The least-squares problem of GMRES, kept triangular by Givens rotations.
struct Hessenberg {
    std::vector<std::vector<double>> columns;
    std::vector<double> cosine;
    std::vector<double> sine;
    std::vector<double> right;

    /// Takes a column with one entry below the diagonal; returns the norm of the residual.
    double append(std::vector<double> column) {
        const std::size_t n = columns.size();
        for (std::size_t i = 0; i < n; ++i) {
            const double upper = cosine[i] * column[i] + sine[i] * column[i + 1];
            column[i + 1] = cosine[i] * column[i + 1] - sine[i] * column[i];
            column[i] = upper;
        }
        const double length = std::hypot(column[n], column[n + 1]);
        cosine.push_back(length > 0.0 ? column[n] / length : 1.0);
        sine.push_back(length > 0.0 ? column[n + 1] / length : 0.0);
        column[n] = length;
        column.pop_back();
        columns.push_back(std::move(column));
        right.push_back(-sine[n] * right[n]);
        right[n] *= cosine[n];
        return std::abs(right[n + 1]);
    }

    [[nodiscard]] std::vector<double> solve() const {
        std::vector<double> y(columns.size(), 0.0);
        for (std::size_t i = y.size(); i-- > 0;) {
            double value = right[i];
            for (std::size_t j = i + 1; j < y.size(); ++j)
                value -= columns[j][i] * y[j];
            y[i] = columns[i][i] > 0.0 ? value / columns[i][i] : 0.0;
        }
        return y;
    }
};

}  // namespace

bool solveGmres(
    const std::function<void(const std::vector<double>& v, std::vector<double>& av)>& action,
    const std::vector<double>& b, double tolerance, std::vector<double>& x) {
    const std::size_t size = b.size();
    x.assign(size, 0.0);
    double residual = std::sqrt(product(b, b));
    if (residual <= tolerance) return true;
    std::vector<std::vector<double>> basis{b};
    for (double& value : basis[0])
        value /= residual;
    Hessenberg problem;
    problem.right.push_back(residual);
    std::vector<double> next(size, 0.0);
    const std::size_t steps = std::min(size, mostSteps);
    for (std::size_t step = 0; step < steps && residual > tolerance; ++step) {
        action(basis[step], next);
        const double before = std::sqrt(product(next, next));
        if (!(before > 1e-13))
            break;  // the action has nothing to say about the rest: there is no solution
        std::vector<double> column;
        for (const std::vector<double>& vector : basis) {
            column.push_back(product(vector, next));
            addScaled(next, -column.back(), vector);
        }
        const double length = std::sqrt(product(next, next));
        column.push_back(length);
        residual = problem.append(std::move(column));
        if (!(length > 1e-14 * before)) break;  // the space that b spans is complete
        basis.push_back(next);
        for (double& value : basis.back())
            value /= length;
    }
    const std::vector<double> y = problem.solve();
    for (std::size_t i = 0; i < y.size(); ++i)
        addScaled(x, y[i], basis[i]);
    return residual <= tolerance;
}

}  // namespace halltwin::thermal
