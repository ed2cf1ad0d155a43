//! A terminal of the tests' own, with the binary running on it.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command as OnTerminal, Pty, open};
use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};

/// What is typed for Ctrl-C.
pub(crate) const CTRL_C: &str = "\u{3}";
/// What is typed for the end of the input.
pub(crate) const CTRL_D: &str = "\u{4}";

/// A test that waits longer has failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// A process on a terminal, and what it has shown there so far.
pub(crate) struct Screen {
    child: Child,
    terminal: Arc<Pty>,
    bytes: Receiver<Vec<u8>>,
    shown: Vec<u8>,
    /// Where the text ends that was waited for last.
    seen: usize,
}

impl Screen {
    /// Runs a command with all its streams on a terminal of 120 columns.
    pub(crate) fn run(command: Command) -> Self {
        Self::run_with_width(command, 120)
    }

    /// Runs a command on a terminal of another width.
    pub(crate) fn run_with_width(command: Command, columns: u16) -> Self {
        Self::start(command.into(), columns)
    }

    /// Runs a command whose standard output goes elsewhere.
    pub(crate) fn run_with_stdout(command: Command, stdout: impl Into<Stdio>) -> Self {
        Self::start(OnTerminal::from(command).stdout(stdout), 120)
    }

    /// Runs a command whose standard error goes elsewhere.
    pub(crate) fn run_with_stderr(command: Command, stderr: impl Into<Stdio>) -> Self {
        Self::start(OnTerminal::from(command).stderr(stderr), 120)
    }

    fn start(command: OnTerminal, columns: u16) -> Self {
        let (terminal, inside) = open().unwrap();
        terminal.resize(Size::new(24, columns)).unwrap();
        // Ctrl-C makes a terminal forget what is on the way to it, which may be what the binary
        // says of it: here nothing is forgotten.
        let mut modes = tcgetattr(&inside).unwrap();
        modes.local_modes |= LocalModes::NOFLSH;
        tcsetattr(&inside, OptionalActions::Now, &modes).unwrap();
        let child = command.spawn(inside).unwrap();
        let terminal = Arc::new(terminal);
        let (send, bytes) = channel();
        let reader = terminal.clone();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            // On Linux a terminal whose last process is gone gives an error.
            while let Ok(count @ 1..) = (&*reader).read(&mut buffer) {
                if send.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { child, terminal, bytes, shown: Vec::new(), seen: 0 }
    }

    /// Waits until a text is shown, after what was waited for before.
    pub(crate) fn wait_for(&mut self, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let rest = &self.shown[self.seen..];
            if let Some(place) = rest.windows(text.len()).position(|part| part == text.as_bytes()) {
                self.seen += place + text.len();
                return;
            }
            match self.bytes.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.shown.extend(bytes),
                Err(error) => panic!("{text:?} is not shown, {error}: {}", self.text()),
            }
        }
    }

    /// Types a text.
    pub(crate) fn press(&self, keys: &str) {
        (&*self.terminal).write_all(keys.as_bytes()).unwrap();
    }

    /// Ends the process from outside, without a word.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits for the end, and returns everything that was sent to the terminal.
    pub(crate) fn end_as_sent(mut self) -> String {
        self.read_to_the_end();
        String::from_utf8_lossy(&self.shown).into_owned()
    }

    fn read_to_the_end(&mut self) {
        while let Ok(bytes) = self.bytes.recv_timeout(PATIENCE) {
            self.shown.extend(bytes);
        }
    }

    /// Waits for the end, and returns the exit code and what stands on the screen.
    pub(crate) fn end(mut self) -> String {
        self.read_to_the_end();
        let status = self.child.wait().unwrap();
        let code = status.code().map_or("none".to_owned(), |code| code.to_string());
        format!("exit code: {code}\n--- screen ---\n{}", self.text())
    }

    /// What stands on the screen: a line that was taken away is gone, colours are written out. The
    /// `^C` of the terminal comes before or after what the binary says of it, and is left out.
    fn text(&self) -> String {
        let shown = String::from_utf8_lossy(&self.shown).replace("\r\n", "\n").replace("^C", "");
        let lines = shown.split('\n').map(|line| line.rsplit("\r\u{1b}[K").next().unwrap());
        lines.collect::<Vec<_>>().join("\n").replace('\u{1b}', "ESC")
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Nothing to do where the process has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
