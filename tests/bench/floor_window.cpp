// SPDX-License-Identifier: MIT
// An empty Qt main window: what every program of the kind takes to start.
#include <QApplication>
#include <QMainWindow>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1000, 700);
    window.show();
    return QApplication::exec();
}
