// SPDX-License-Identifier: MIT
#include "ui/SaveToFile.h"

#include "app/session/FilePreferences.h"
#include "app/session/Session.h"
#include "ui/ReceivePanel.h"
#include "ui/SaveToFileDialog.h"

#include <QDateTime>
#include <QDir>

namespace netassist {

SaveToFile::SaveToFile(Session& session, ReceivePanel& panel, QWidget* parent)
    : QObject(parent), m_session(&session), m_panel(&panel), m_window(parent)
{
    m_show.setInterval(kShowMs);
    connect(&m_show, &QTimer::timeout, this, &SaveToFile::showSize);
    connect(&panel, &ReceivePanel::savePicked, this, [this](bool on) {
        if (on)
            ask();
        else
            stop();
    });
}

SaveToFile::~SaveToFile() = default;

void SaveToFile::restore(const FilePreferences& preferences)
{
    m_last = {preferences.savePath, preferences.saveKind, RecordingFile::Start::Append};
}

void SaveToFile::store(FilePreferences& preferences) const
{
    preferences.savePath = m_last.path;
    preferences.saveKind = m_last.kind;
}

void SaveToFile::setViewSettings(const ViewSettings& settings)
{
    m_settings = settings;
    if (m_recording)
        m_recording->setViewSettings(settings);
}

void SaveToFile::start(const RecordingTarget& target)
{
    if (m_recording) // still busy with the end of what was stopped
        m_recording->stopNow();
    m_last = target;
    auto* const recording = new Recording(m_session->capture(), target, m_settings, this);
    m_recording = recording;
    m_panel->setSaving(true);
    connect(recording, &Recording::noted, m_session, &Session::tell);
    connect(recording, &Recording::finished, this, [this, recording] {
        recording->deleteLater();
        if (m_recording != recording)
            return;
        m_recording.clear();
        m_show.stop();
        m_panel->setSaving(false);
        Q_EMIT sizeChanged(-1, {});
    });
    m_show.start();
    recording->start();
    showSize();
    Q_EMIT changed();
}

void SaveToFile::stop()
{
    if (m_recording)
        m_recording->stop();
}

void SaveToFile::ask()
{
    RecordingTarget proposal = m_last;
    proposal.start = RecordingFile::Start::Append;
    if (proposal.path.isEmpty())
        proposal.path = QDir::home().filePath(
            QStringLiteral("received-%1.bin").arg(QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss")));
    auto* const dialog = new SaveToFileDialog(proposal, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { start(dialog->target()); });
    connect(dialog, &QDialog::rejected, this, [this] { m_panel->setSaving(false); });
    dialog->open();
}

void SaveToFile::showSize()
{
    if (m_recording)
        Q_EMIT sizeChanged(m_recording->size(), m_recording->target().path);
}

} // namespace netassist
