// SPDX-License-Identifier: MIT
#include "ui/SendFile.h"

#include "app/session/FilePreferences.h"
#include "app/session/Session.h"
#include "ui/BoxContent.h"
#include "ui/FilePanel.h"
#include "ui/SendArea.h"
#include "ui/SendPanel.h"

#include <QFileDialog>

namespace netassist {

SendFile::SendFile(Session& session, SendPanel& panel, SendArea& area, QWidget* parent)
    : QObject(parent), m_session(&session), m_panel(&panel), m_area(&area)
{
    FilePanel& file = area.filePanel();
    connect(&panel, &SendPanel::filePicked, this, [this](bool on) {
        m_area->setSendsFile(on);
        Q_EMIT changed();
    });
    connect(&area, &SendArea::fileDropped, this, [this, &file](const QString& path) {
        if (!m_session->fileSender().isRunning()) // else the panel shows which one has to end first
            file.setPath(path);
        setSendsFile(true);
        Q_EMIT changed();
    });
    connect(&area, &SendArea::sendFileRequested, &session, &Session::sendFile);
    connect(&area, &SendArea::loadRequested, this, &SendFile::askToLoad);
    connect(&file, &FilePanel::cancelRequested, &session.fileSender(), &FileSender::cancel);
    connect(&file, &FilePanel::changed, this, &SendFile::changed);
    connect(&session.fileSender(), &FileSender::started, this, &SendFile::updateProgress);
    connect(&session.fileSender(), &FileSender::progressed, this, &SendFile::updateProgress);
    connect(&session.fileSender(), &FileSender::finished, this, &SendFile::updateProgress);
}

void SendFile::restore(const FilePreferences& preferences)
{
    m_area->filePanel().restore(preferences);
    setSendsFile(preferences.sendsFile);
}

void SendFile::store(FilePreferences& preferences) const
{
    m_area->filePanel().store(preferences);
    preferences.sendsFile = m_panel->sendsFile();
}

void SendFile::askToLoad()
{
    auto* dialog = new QFileDialog(m_area, tr("Load file into box"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SendFile::load);
    dialog->open();
}

void SendFile::load(const QString& path)
{
    const Result<BoxContent, Note> content = BoxContent::ofFile(path, m_area->options());
    if (!content) {
        m_session->tell(content.error());
        return;
    }
    setSendsFile(false);
    m_panel->setMode(content.value().mode);
    Q_EMIT boxModeChanged();
    m_area->setText(content.value().text);
    m_area->focusBox();
    Q_EMIT changed();
}

void SendFile::setSendsFile(bool on)
{
    m_panel->setSendsFile(on);
    m_area->setSendsFile(on);
}

void SendFile::updateProgress()
{
    const FileSender& sender = m_session->fileSender();
    m_area->filePanel().setProgress(sender.isRunning() ? std::optional(sender.progress()) : std::nullopt);
}

} // namespace netassist
