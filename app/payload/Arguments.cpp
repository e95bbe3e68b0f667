// SPDX-License-Identifier: MIT
#include "app/payload/Arguments.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace netassist {

namespace {

template <class Words>
QString listed(const Words& words)
{
    QStringList list;
    for (const QLatin1String word : words)
        list += word;
    return list.join(QStringLiteral(", "));
}

} // namespace

Arguments::Arguments(const Placeholder& placeholder, std::span<const QLatin1String> parameters)
    : m_placeholder(placeholder), m_parameters(parameters)
{
    for (const PlaceholderArgument& argument : placeholder.arguments)
        bind(argument);
}

QString Arguments::text(QLatin1String parameter, const QString& otherwise) const
{
    const PlaceholderArgument* const argument = find(parameter);
    return argument != nullptr ? argument->value : otherwise;
}

qint64 Arguments::number(QLatin1String parameter, qint64 otherwise, qint64 least, qint64 most)
{
    const PlaceholderArgument* const argument = find(parameter);
    if (argument == nullptr)
        return otherwise;
    bool ok = false;
    const bool hexadecimal = argument->value.startsWith(QLatin1String("0x"), Qt::CaseInsensitive);
    const qint64 value = argument->value.toLongLong(&ok, hexadecimal ? 16 : 10);
    if (ok && value >= least && value <= most)
        return value;
    failAt(argument->range, QCoreApplication::translate("Payload", "%1 is a number from %2 to %3")
                                .arg(QString(parameter), QString::number(least), QString::number(most)));
    return otherwise;
}

int Arguments::word(QLatin1String parameter, std::initializer_list<QLatin1String> words)
{
    const PlaceholderArgument* const argument = find(parameter);
    if (argument == nullptr)
        return 0;
    const auto* const found = std::find(words.begin(), words.end(), argument->value);
    if (found != words.end())
        return static_cast<int>(found - words.begin());
    failAt(argument->range,
           QCoreApplication::translate("Payload", "%1 is one of: %2").arg(QString(parameter), listed(words)));
    return 0;
}

void Arguments::fail(QLatin1String parameter, QString reason)
{
    const PlaceholderArgument* const argument = find(parameter);
    failAt(argument != nullptr ? argument->range : m_placeholder.range, std::move(reason));
}

void Arguments::bind(const PlaceholderArgument& argument)
{
    const auto isFree = [this](QLatin1String parameter) { return find(parameter) == nullptr; };
    const auto named = std::find_if(m_parameters.begin(), m_parameters.end(), [&](QLatin1String parameter) {
        return argument.key.isEmpty() ? isFree(parameter) : argument.key == parameter;
    });
    if (named == m_parameters.end() && argument.key.isEmpty()) {
        failAt(argument.range, QCoreApplication::translate("Payload", "“%1” is one value too many for ${%2}")
                                   .arg(argument.value, m_placeholder.name));
    } else if (named == m_parameters.end()) {
        failAt(argument.range, QCoreApplication::translate("Payload", "${%1} knows no “%2”; it takes: %3")
                                   .arg(m_placeholder.name, argument.key, listed(m_parameters)));
    } else if (!isFree(*named)) {
        failAt(argument.range, QCoreApplication::translate("Payload", "%1 is given twice").arg(QString(*named)));
    } else {
        m_bound.push_back({*named, &argument});
    }
}

const PlaceholderArgument* Arguments::find(QLatin1String parameter) const
{
    const auto found =
        std::find_if(m_bound.begin(), m_bound.end(), [&](const Bound& bound) { return bound.parameter == parameter; });
    return found != m_bound.end() ? found->argument : nullptr;
}

void Arguments::failAt(TextRange range, QString reason)
{
    if (!m_error)
        m_error = ArgumentError{range, std::move(reason)};
}

} // namespace netassist
