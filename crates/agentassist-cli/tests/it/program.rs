//! Runs the binary in a folder of its own, and shows what it did as one text.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder in which the binary runs.
pub(crate) struct Program {
    folder: TempDir,
}

impl Program {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a file into the folder.
    pub(crate) fn with_file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.put(name, content);
        self
    }

    /// Puts a file into the folder that only its owner reads: it may be a secret.
    pub(crate) fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        self.allow(name, 0o600);
    }

    /// Says who may read a file, where the system knows owners.
    pub(crate) fn allow(&self, name: &str, mode: u32) {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let permissions = fs::Permissions::from_mode(mode);
            fs::set_permissions(self.path().join(name), permissions).unwrap();
        }
        #[cfg(not(unix))]
        let _ = (name, mode);
    }

    /// Puts a recording of the project into the folder, changed by a function.
    pub(crate) fn with_recording(
        self,
        name: &str,
        recording: &str,
        change: impl FnOnce(&str) -> String,
    ) -> Self {
        let text = fs::read_to_string(recordings().join(recording)).unwrap();
        let changed = change(&text);
        self.with_file(name, changed)
    }

    /// The binary, with the folder as its own and an environment that changes nothing.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_agentassist"));
        command.args(arguments).current_dir(self.path()).stdin(Stdio::null());
        // Neither the configuration of whoever runs the tests nor that of a CI server, which asks for
        // colours by `CI`, is any business of theirs.
        command.env_clear().env("HOME", self.path()).env("TERM", "xterm");
        for name in ["PATH", "TMPDIR", "SYSTEMROOT", "LLVM_PROFILE_FILE"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command
    }

    /// Runs the binary with a text as its standard input.
    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &str) -> String {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The binary may refuse before it reads.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        show(&child.wait_with_output().unwrap())
    }

    /// The text of a file in the folder.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Runs the binary and returns exit code and both streams as one text.
    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        show(&self.command(arguments).output().unwrap())
    }
}

/// Exit code, standard output and standard error as one text.
pub(crate) fn show(output: &Output) -> String {
    format!(
        "exit code: {}\n--- stdout ---\n{}--- stderr ---\n{}",
        output.status.code().map_or("none".to_owned(), |code| code.to_string()),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    )
}

/// The recordings of the project.
pub(crate) fn recordings() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/recordings")
}
