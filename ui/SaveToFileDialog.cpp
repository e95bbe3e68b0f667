// SPDX-License-Identifier: MIT
#include "ui/SaveToFileDialog.h"

#include "app/session/FileSource.h"
#include "ui/Hint.h"
#include "ui/PayloadHint.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace netassist {

namespace {

constexpr int kPathWidth = 380;

} // namespace

SaveToFileDialog::SaveToFileDialog(const RecordingTarget& proposal, QWidget* parent)
    : QDialog(parent),
      m_what(new QGroupBox(this)),
      m_received(new QRadioButton(m_what)),
      m_perPeer(new QRadioButton(m_what)),
      m_log(new QRadioButton(m_what)),
      m_pathLabel(new QLabel(this)),
      m_path(new QLineEdit(this)),
      m_choose(new QPushButton(this)),
      m_state(new QLabel(this)),
      m_append(new QRadioButton(this)),
      m_new(new QRadioButton(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    m_pathLabel->setBuddy(m_path);
    m_path->setMinimumWidth(kPathWidth);
    m_choose->setAutoDefault(false);
    m_state->setWordWrap(true);
    (proposal.kind == RecordingKind::Received          ? m_received
     : proposal.kind == RecordingKind::ReceivedPerPeer ? m_perPeer
                                                       : m_log)
        ->setChecked(true);
    m_path->setText(proposal.path);
    (proposal.start == RecordingFile::Start::Append ? m_append : m_new)->setChecked(true);
    layOut();

    connect(m_path, &QLineEdit::textChanged, this, &SaveToFileDialog::refresh);
    for (const QRadioButton* radio : {m_received, m_perPeer, m_log})
        connect(radio, &QRadioButton::toggled, this, &SaveToFileDialog::refresh);
    connect(m_choose, &QPushButton::clicked, this, &SaveToFileDialog::choose);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    m_path->setFocus();
    m_path->selectAll();
}

RecordingTarget SaveToFileDialog::target() const
{
    return {pathFromTyped(m_path->text()), kind(),
            m_append->isChecked() ? RecordingFile::Start::Append : RecordingFile::Start::New};
}

void SaveToFileDialog::layOut()
{
    auto* kinds = new QVBoxLayout(m_what);
    kinds->addWidget(m_received);
    kinds->addWidget(m_perPeer);
    kinds->addWidget(m_log);
    auto* file = new QHBoxLayout;
    file->addWidget(m_pathLabel);
    file->addWidget(m_path, 1);
    file->addWidget(m_choose);
    auto* starts = new QHBoxLayout;
    starts->addWidget(m_append);
    starts->addWidget(m_new);
    starts->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_what);
    layout->addLayout(file);
    layout->addWidget(m_state);
    layout->addLayout(starts);
    layout->addStretch();
    layout->addWidget(m_buttons);
    auto* group = new QButtonGroup(this); // apart from the kinds
    group->addButton(m_append);
    group->addButton(m_new);
}

void SaveToFileDialog::choose()
{
    auto* dialog = new QFileDialog(this, windowTitle());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // here it is asked what to do with what is there
    const QFileInfo now(pathFromTyped(m_path->text()));
    if (now.absoluteDir().exists()) {
        dialog->setDirectory(now.absolutePath());
        dialog->selectFile(now.fileName());
    }
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void SaveToFileDialog::refresh()
{
    const RecordingTarget wanted = target();
    const QFileInfo file(wanted.path);
    const bool perPeer = wanted.kind == RecordingKind::ReceivedPerPeer;
    const bool folder = !wanted.path.isEmpty() && file.isDir();
    const bool possible = !wanted.path.isEmpty() && !folder && file.absoluteDir().exists();
    const bool exists = possible && file.exists();
    if (wanted.path.isEmpty())
        m_state->setText(tr("Choose a file or write its path."));
    else if (folder)
        m_state->setText(tr("This is a folder: write a file's name behind it."));
    else if (!possible)
        m_state->setText(tr("There is no such folder."));
    else if (perPeer)
        m_state->setText(tr("Each peer gets a file of its own, such as %1. For those that already exist:")
                             .arg(file.completeBaseName() + QStringLiteral("-192.168.1.7-50001") +
                                  (file.suffix().isEmpty() ? QString() : QLatin1Char('.') + file.suffix())));
    else if (exists)
        m_state->setText(tr("The file already exists, with %1:").arg(byteCountText(file.size())));
    else
        m_state->setText(tr("The file will be created."));
    m_append->setEnabled(exists || (possible && perPeer));
    m_new->setEnabled(exists || (possible && perPeer));
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(possible);
}

void SaveToFileDialog::retranslate()
{
    setWindowTitle(tr("Save to file"));
    m_what->setTitle(tr("What is saved from now on"));
    m_received->setText(tr("Received bytes"));
    setHint(*m_received, tr("What is received, byte for byte, from all peers in the order it comes"));
    m_perPeer->setText(tr("Received bytes, a file for each peer"));
    setHint(*m_perPeer, tr("What each peer sends, byte for byte, in a file that has its address in its name"));
    m_log->setText(tr("The log as it is shown"));
    setHint(*m_log, tr("Times, peers, notes and data as the log shows them, in UTF-8; hidden data too"));
    m_pathLabel->setText(tr("File"));
    m_path->setAccessibleName(m_pathLabel->text());
    setHint(*m_path, tr("Where it is saved"));
    m_choose->setText(tr("Choose\u2026"));
    setHint(*m_choose, tr("Choose where it is saved"));
    m_append->setText(tr("Append"));
    setHint(*m_append, tr("What the file holds stays, and what comes is written behind it"));
    m_new->setText(tr("Overwrite"));
    setHint(*m_new, tr("What the file holds is lost"));
    m_buttons->button(QDialogButtonBox::Save)->setText(tr("Start saving"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    refresh();
}

RecordingKind SaveToFileDialog::kind() const
{
    if (m_log->isChecked())
        return RecordingKind::Log;
    return m_perPeer->isChecked() ? RecordingKind::ReceivedPerPeer : RecordingKind::Received;
}

} // namespace netassist
