// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

class QFile;

namespace netassist {

/// Files without a name that are done with, cut shorter and closed bit by bit, some milliseconds in each turn of the
/// event loop: to give back a file's room on the disk and its pages in memory takes the system 25 ms for 64 MiB. What is
/// left is closed by the destructor.
class ClosingFiles final : public QObject {
    Q_OBJECT

public:
    ClosingFiles();
    ~ClosingFiles() override;

    void add(std::unique_ptr<QFile> file);

private:
    void closeSome();

    std::deque<std::unique_ptr<QFile>> m_files;
    QTimer m_turn;
};

} // namespace netassist
