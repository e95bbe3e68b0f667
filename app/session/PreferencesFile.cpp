// SPDX-License-Identifier: MIT
#include "app/session/PreferencesFile.h"

#include "app/base/SystemWords.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <chrono>
#include <utility>

namespace netassist {

namespace {

using namespace std::chrono_literals;

/// From the first change on, not from the last: whoever types without a pause is saved too.
constexpr auto kWriteDelay = 300ms;

} // namespace

PreferencesFile::PreferencesFile(const QString& path, QObject* parent)
    : QObject(parent), m_path(QFileInfo(path).absoluteFilePath())
{
    m_due.setSingleShot(true);
    m_due.setInterval(kWriteDelay);
    connect(&m_due, &QTimer::timeout, this, &PreferencesFile::store);
    m_look.setInterval(WholeFile::kLookMs);
    connect(&m_look, &QTimer::timeout, this, &PreferencesFile::look);
}

PreferencesFile::~PreferencesFile()
{
    flush();
}

QString PreferencesFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/settings.json");
}

PreferencesFile::Loaded PreferencesFile::load()
{
    const QFileInfo info(m_path);
    if (!info.exists())
        return {};
    if (!info.isFile()) // a folder; or a device or pipe, which could keep us waiting
        return unusable(QStringLiteral("it is not a file"));
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return damaged();
    const Result<Preferences, QString> read = Preferences::fromJson(file.readAll());
    file.close();
    if (!read)
        return damaged();
    m_current = read.value();
    m_stored = m_current;
    return {m_current, std::nullopt};
}

PreferencesFile::Loaded PreferencesFile::damaged()
{
    const QString stem =
        m_path + QStringLiteral(".damaged-") + QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss");
    QString aside = stem;
    for (int n = 2; QFileInfo::exists(aside); ++n)
        aside = stem + QStringLiteral("-%1").arg(n);
    QFile file(m_path);
    if (file.rename(aside))
        return {{}, Note{NoteKind::SettingsDamaged, {m_path, aside}}};
    return unusable(englishWords(file.errorString()));
}

PreferencesFile::Loaded PreferencesFile::unusable(const QString& why)
{
    m_unusable = why;
    m_toldFailure = true;
    return {{}, Note{NoteKind::SettingsNotSaved, {m_path, why}}};
}

void PreferencesFile::remember(const Preferences& preferences)
{
    m_current = preferences;
    storeSoon();
}

void PreferencesFile::storeSoon()
{
    if (m_current != m_stored && !m_due.isActive())
        m_due.start();
}

bool PreferencesFile::flush()
{
    const QDeadlineTimer deadline(m_isStuck ? 0 : kLastMs);
    m_due.stop();
    // One after the other, so that the older does not come to lie over the newer.
    if (!wait(deadline)) {
        if (m_current == m_stored)
            m_writing->cancel();
        return false;
    }
    m_due.stop();
    if (m_current == m_stored)
        return true;
    return write() && wait(deadline) && m_current == m_stored;
}

bool PreferencesFile::wait(const QDeadlineTimer& deadline)
{
    if (!m_writing)
        return true;
    m_isStuck = !m_writing->wait(deadline);
    if (!m_isStuck)
        look();
    return !m_isStuck;
}

void PreferencesFile::store()
{
    if (m_writing)
        m_due.start();
    else if (m_current != m_stored)
        (void)write();
}

bool PreferencesFile::write()
{
    if (!m_unusable.isEmpty()) {
        fail(m_unusable);
        return false;
    }
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDir().mkpath(folder)) {
        fail(QStringLiteral("the folder %1 cannot be made").arg(folder));
        return false;
    }
    // What was typed into the send box may be a password: nobody else's to read.
    m_writing = std::make_unique<WholeFile>(m_thread, m_path, WholeFile::Access::Private);
    m_onItsWay = m_current;
    m_writing->write(m_onItsWay.toJson());
    m_writing->commit();
    m_look.start();
    return true;
}

void PreferencesFile::look()
{
    const WholeFile::Progress progress = m_writing->progress();
    if (!progress.isOver)
        return;
    m_look.stop();
    m_isStuck = false;
    m_writing.reset();
    if (!progress.isSaved) {
        if (!progress.error.isEmpty())
            fail(progress.error);
        return;
    }
    m_stored = m_onItsWay;
    m_toldFailure = false;
    storeSoon(); // changed back meanwhile, perhaps
}

void PreferencesFile::fail(const QString& systemsWords)
{
    if (!std::exchange(m_toldFailure, true))
        Q_EMIT failed(Note{NoteKind::SettingsNotSaved, {m_path, systemsWords}});
}

} // namespace netassist
