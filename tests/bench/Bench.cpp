// SPDX-License-Identifier: MIT
#include "tests/bench/Bench.h"

#include "resources/Resources.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <sys/resource.h>

namespace netassist::bench {

namespace {

bool isQuickAsked(int argc, char** argv)
{
    return std::any_of(argv, argv + argc, [](const char* argument) { return std::string_view(argument) == "--quick"; });
}

} // namespace

Bench::Bench(int& argc, char** argv) : m_quick(isQuickAsked(argc, argv)), m_report(!m_quick)
{
    raiseDescriptorLimit();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    m_application = std::make_unique<QApplication>(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("netassistant"));
    initResources();

    const QStringList arguments = QCoreApplication::arguments();
    const QString folder = option(arguments, QStringLiteral("--folder"));
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    QDir().mkpath(folder.isEmpty() ? cache : folder);
    m_home =
        std::make_unique<QTemporaryDir>((folder.isEmpty() ? cache : folder) + QStringLiteral("/netassistant-bench-"));
    qputenv("XDG_CACHE_HOME", QFile::encodeName(m_home->path()));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->path()));

    m_rounds = m_quick ? 1 : std::max(1, option(arguments, QStringLiteral("--rounds")).toInt());
    if (!m_quick && option(arguments, QStringLiteral("--rounds")).isEmpty())
        m_rounds = 5;
    m_size = m_quick ? qint64{8} << 20 : qint64{1} << 30;
    if (const qint64 asked = option(arguments, QStringLiteral("--size")).toLongLong(); asked > 0)
        m_size = asked << 20;

    double load[1] = {};
    (void)getloadavg(load, 1);
    std::printf("# %s: %d × %lld MiB, Qt %s, load %.1f\n", qPrintable(QFileInfo(arguments.constFirst()).fileName()),
                m_rounds, static_cast<long long>(m_size >> 20), qVersion(), load[0]);
    std::fflush(stdout);
}

Bench::~Bench() = default;

QString Bench::option(const QStringList& arguments, const QString& name)
{
    const qsizetype at = arguments.indexOf(name);
    return at < 0 ? QString() : arguments.value(at + 1);
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace netassist::bench
