// SPDX-License-Identifier: MIT
#include "app/CommandLine.h"

#include "app/text/Encoding.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

#include <utility>

namespace netassist {

namespace {

// Not translated, as the log lines are not: it is read by scripts, and before a language has been chosen.
struct Options {
    QCommandLineOption tcpServer{QStringLiteral("tcp-server"),
                                 QStringLiteral("Listen as a TCP server at the start; port 0 picks a free one."),
                                 QStringLiteral("HOST:PORT")};
    QCommandLineOption tcpClient{QStringLiteral("tcp-client"), QStringLiteral("Connect as a TCP client at the start."),
                                 QStringLiteral("HOST:PORT")};
    QCommandLineOption udp{QStringLiteral("udp"),
                           QStringLiteral("Open a UDP socket at the start; port 0 picks a free one."),
                           QStringLiteral("HOST:PORT")};
    QCommandLineOption encoding{QStringLiteral("encoding"), QStringLiteral("Show and send text in this encoding."),
                                QStringLiteral("NAME")};
    QCommandLineOption hex{QStringLiteral("hex"), QStringLiteral("Show what is received as HEX.")};
    QCommandLineOption language{QStringLiteral("language"), QStringLiteral("Language of the window."),
                                QStringLiteral("zh_CN|en")};
    QCommandLineOption settings{QStringLiteral("settings"),
                                QStringLiteral("Keep everything that is remembered in this file."),
                                QStringLiteral("FILE")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")},
                               QStringLiteral("Print the version and stop.")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Print this and stop.")};

    [[nodiscard]] QList<QCommandLineOption> all() const
    {
        return {tcpServer, tcpClient, udp, encoding, hex, language, settings, version, help};
    }
};

/// The parser names the program only when there is an application object, and then by its path.
QString withUsageOfOurs(const QString& helpText)
{
    return QStringLiteral("Usage: netassistant [options]") + helpText.sliced(helpText.indexOf(QLatin1Char('\n')));
}

/// What a value says goes into the line as it was typed, so line breaks have to go.
QString oneLine(const QString& message)
{
    QString line = message.simplified();
    while (line.endsWith(QLatin1Char('.')))
        line.chop(1);
    return line;
}

Result<SessionEndpoint, QString> parseEndpoint(Protocol protocol, const QString& option, const QString& text)
{
    const Result<Endpoint, QString> endpoint = Endpoint::parse(text);
    if (!endpoint)
        return QStringLiteral("--%1 %2: %3").arg(option, text, endpoint.error());
    if (protocol == Protocol::TcpClient && endpoint.value().port == 0)
        return QStringLiteral("--%1 %2: a port from 1 to 65535 is needed to connect to").arg(option, text);
    return SessionEndpoint{protocol, endpoint.value()};
}

Result<CommandLine, QString> read(const QCommandLineParser& parser, const Options& options)
{
    CommandLine line;
    line.showVersion = parser.isSet(options.version);
    line.showHelp = parser.isSet(options.help);
    line.helpText = withUsageOfOurs(parser.helpText());
    line.hex = parser.isSet(options.hex);

    for (const auto& [option, protocol] :
         {std::pair{&options.tcpServer, Protocol::TcpServer}, std::pair{&options.tcpClient, Protocol::TcpClient},
          std::pair{&options.udp, Protocol::Udp}}) {
        const QStringList values = parser.values(*option);
        if (values.isEmpty())
            continue;
        if (line.open || values.size() > 1)
            return QStringLiteral("only one of --tcp-server, --tcp-client and --udp can be given, and only once");
        const Result<SessionEndpoint, QString> endpoint =
            parseEndpoint(protocol, option->names().constFirst(), values.constFirst());
        if (!endpoint)
            return endpoint.error();
        line.open = endpoint.value();
    }

    if (parser.isSet(options.encoding)) {
        const QString name = parser.value(options.encoding);
        const Encoding* encoding = Encoding::byName(name);
        if (encoding == nullptr) {
            QStringList names;
            for (const Encoding* available : Encoding::all())
                names.append(available->name());
            return QStringLiteral("--encoding %1: not available; there are %2")
                .arg(name, names.join(QStringLiteral(", ")));
        }
        line.encoding = encoding->name();
    }

    if (parser.isSet(options.language)) {
        line.language = parser.value(options.language);
        if (line.language != QLatin1String("zh_CN") && line.language != QLatin1String("en"))
            return QStringLiteral("--language %1: not available; there are zh_CN and en").arg(line.language);
    }

    if (parser.isSet(options.settings)) {
        line.settingsFile = parser.value(options.settings);
        if (line.settingsFile.isEmpty())
            return QStringLiteral("--settings: the name of a file is missing");
    }
    return line;
}

} // namespace

Result<CommandLine, QString> CommandLine::parse(const QStringList& arguments)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Plays one end of a network conversation by hand."));
    parser.addOptions(options.all());

    if (!parser.parse(arguments))
        return oneLine(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return oneLine(QStringLiteral("unexpected argument '%1'").arg(parser.positionalArguments().constFirst()));
    Result<CommandLine, QString> line = read(parser, options);
    if (!line)
        return oneLine(line.error());
    return line;
}

} // namespace netassist
