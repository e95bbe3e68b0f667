// SPDX-License-Identifier: MIT
#include "app/CommandLine.h"
#include "app/base/EndSignals.h"
#include "app/session/PreferencesFile.h"
#include "app/text/Encoding.h"
#include "resources/Resources.h"
#include "ui/Colors.h"
#include "ui/Language.h"
#include "ui/LogView.h"
#include "ui/MainWindow.h"
#include "ui/ScreenLock.h"
#include "ui/SessionView.h"

#include <QApplication>
#include <QIcon>
#include <QStyle>
#include <QStyleFactory>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace netassist;

namespace {

constexpr int kWrongArguments = 2;
constexpr int kLaterMs = 250;

void print(std::FILE* stream, const QString& text)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
}

int refuse(const QString& what)
{
    print(stderr, QStringLiteral("netassistant: %1\n").arg(what));
    return kWrongArguments;
}

/// --help and --version also work where there is no screen.
bool answerWithoutWindow(const CommandLine& line)
{
    if (line.showHelp)
        print(stdout, line.helpText);
    else if (line.showVersion)
        print(stdout, QStringLiteral("netassistant %1\n").arg(QStringLiteral(NETASSISTANT_VERSION)));
    return line.showHelp || line.showVersion;
}

/// Every client takes a file descriptor, and the usual soft limit is 1024.
void allowManySockets()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
#endif
}

/// A file past the size that the shell allows is a failed write, told as one, and not the end.
void surviveFileSizeLimit()
{
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// Arguments that QApplication would take out; with one or two dashes.
bool maybeForQt(const QStringList& arguments)
{
    static const QStringList names{
        QStringLiteral("platform"),        QStringLiteral("platformpluginpath"),
        QStringLiteral("platformtheme"),   QStringLiteral("plugin"),
        QStringLiteral("qwindowgeometry"), QStringLiteral("qwindowicon"),
        QStringLiteral("qwindowtitle"),    QStringLiteral("reverse"),
        QStringLiteral("session"),         QStringLiteral("style"),
        QStringLiteral("stylesheet"),      QStringLiteral("widgetcount"),
        QStringLiteral("display"),         QStringLiteral("geometry"),
        QStringLiteral("fontengine"),
    };
    return std::any_of(arguments.begin(), arguments.end(), [](const QString& argument) {
        const qsizetype dashes = argument.startsWith(QLatin1String("--")) ? 2 : 1;
        return argument.startsWith(u'-') && names.contains(argument.mid(dashes).section(u'=', 0, 0));
    });
}

void describeApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("netassistant"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NETASSISTANT_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("netassistant"));
    initResources();
    // The style of Windows 95 is what Qt falls back to on some systems.
    if (QApplication::style()->name() == QLatin1String("windows"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("fusion")));
    makePlaceholdersReadable();
}

/// Loading what draws an SVG, and talking to the desktop, takes long enough to be seen.
void finish(MainWindow& window)
{
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/netassistant.svg")));
    const auto* lock = new ScreenLock(window);
    QObject::connect(lock, &ScreenLock::changed, &window.sessionView().logView(), &LogView::setScreenLocked);
}

/// What the command line says counts for this window, before what is remembered.
void applyTo(MainWindow& window, const CommandLine& line)
{
    SessionView& view = window.sessionView();
    if (const Encoding* encoding = Encoding::byName(line.encoding))
        view.setReceiveEncoding(*encoding);
    if (line.hex)
        view.setReceiveHex(true);
    if (line.open) {
        view.open(*line.open);
        view.focusSendBox(); // on the button, the first blank typed would close it again
    }
}

} // namespace

int main(int argc, char* argv[])
{
    const QStringList arguments = argumentsOf(argc, argv);
    const Result<CommandLine, QString> early = CommandLine::parse(arguments);
    if (early && answerWithoutWindow(early.value()))
        return 0;
    // Told here where it can be: QApplication gives up where there is no screen.
    if (!early && !maybeForQt(arguments))
        return refuse(early.error());

    allowManySockets();
    surviveFileSizeLimit();
    const QApplication application(argc, argv);
    // Once more, now that Qt has taken its own options out.
    const Result<CommandLine, QString> parsed = CommandLine::parse(QCoreApplication::arguments());
    if (!parsed)
        return refuse(parsed.error());
    const CommandLine& line = parsed.value();
    if (answerWithoutWindow(line))
        return 0;
    describeApplication();

    PreferencesFile file(line.settingsFile.isEmpty() ? PreferencesFile::defaultPath() : line.settingsFile);
    const PreferencesFile::Loaded loaded = file.load();
    Language language;
    language.use(line.language.isEmpty() ? loaded.preferences.language : line.language);

    const EndSignals ends; // longer than the window: what that writes at its end is waited for
    MainWindow window(language, file, loaded.preferences);
    QObject::connect(&ends, &EndSignals::received, &window, &MainWindow::quitAtOnce);
    QTimer later; // after what is in the window was painted, also where all is slow
    later.setSingleShot(true);
    later.setInterval(kLaterMs);
    QObject::connect(&later, &QTimer::timeout, &window, [&window] { finish(window); });
    QObject::connect(&window, &MainWindow::filled, &window, [&window, &loaded, &line, &later] {
        if (loaded.trouble)
            window.sessionView().session().tell(*loaded.trouble);
        applyTo(window, line);
        later.start();
    });
    window.show();
    return QApplication::exec();
}
