//! The configuration file: profiles, and who may read it.
//!
//! ```toml
//! default_profile = "production"
//!
//! [profiles.production]
//! target = "platform.kore.ai"
//! account_id = "65f7d49a5dd06e2cefaxxxxx"
//! stream_id = "st-7dc994f0-4436-5134-9fa8-a942625xxxxx"
//! client_id = "cs-…"
//! client_secret_file = "production.secret" # beside this file
//! ```

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::secret::Secret;
use crate::exit::Failure;
use crate::files;
use crate::toml_text;

/// No configuration file is longer, in bytes.
const MOST: u64 = 1024 * 1024;
/// The profile that is used when none is named anywhere.
const DEFAULT_PROFILE: &str = "default";

/// What a profile may set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Profile {
    pub(super) target: Option<String>,
    pub(super) account_id: Option<String>,
    pub(super) stream_id: Option<String>,
    pub(super) client_id: Option<String>,
    pub(super) client_secret: Option<Secret>,
    pub(super) client_secret_file: Option<PathBuf>,
    pub(super) token: Option<Secret>,
    pub(super) token_file: Option<PathBuf>,
    pub(super) single_use_tokens: Option<bool>,
    pub(super) requests_per_minute: Option<u32>,
    pub(super) ca_file: Option<PathBuf>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    default_profile: Option<String>,
    #[serde(default)]
    profiles: BTreeMap<String, Profile>,
}

/// Reads the profile with a name, or the default one, from a file.
///
/// Without a path, the usual file is read if it is there.
pub(super) fn profile(path: Option<&Path>, name: Option<&str>) -> Result<Profile, Failure> {
    let (path, must_exist) = match path {
        Some(path) => (path.to_owned(), true),
        None => match usual_path(|variable| std::env::var_os(variable).map(PathBuf::from)) {
            Some(path) => (path, name.is_some()),
            None => return nothing_to_read(name),
        },
    };
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound && !must_exist => {
            return Ok(Profile::default());
        }
        Err(error) => return Err(unreadable(&path, error)),
    };
    let (text, readable_by_others) = read(&file).map_err(|error| unreadable(&path, error))?;
    let content: Content = toml_text::read(&text).map_err(|problem| {
        Failure::Usage(format!("{} is not a configuration file: {problem}", path.display()))
    })?;
    if readable_by_others && content.profiles.values().any(Profile::holds_a_secret) {
        return Err(Failure::Usage(format!(
            "{path} holds a secret, and other users may read it: run `chmod 600 {path}`",
            path = path.display()
        )));
    }
    let chosen = choose(content, name)
        .map_err(|problem| Failure::Usage(format!("{}: {problem}", path.display())))?;
    Ok(chosen.beside(&path))
}

fn nothing_to_read(name: Option<&str>) -> Result<Profile, Failure> {
    match name {
        None => Ok(Profile::default()),
        Some(name) => Err(Failure::Usage(format!(
            "there is no configuration file with the profile `{name}`: give --config FILE"
        ))),
    }
}

/// Where the file usually is; `None` where nobody knows the home folder.
fn usual_path(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let set = |name| variable(name).filter(|path| path.is_absolute());
    let folder = set("XDG_CONFIG_HOME")
        .or_else(|| set("HOME").map(|home| home.join(".config")))
        .or_else(|| set("APPDATA"))?;
    Some(folder.join("agentassist").join("config.toml"))
}

/// The text of the file, and whether anybody but its owner may read it.
///
/// Both are asked of the open file: nobody can exchange it in between.
fn read(file: &File) -> io::Result<(String, bool)> {
    let text = files::read_text(file, MOST)?;
    #[cfg(unix)]
    let readable_by_others = {
        use std::os::unix::fs::PermissionsExt;
        file.metadata()?.permissions().mode() & 0o077 != 0
    };
    #[cfg(not(unix))]
    let readable_by_others = false;
    Ok((text, readable_by_others))
}

fn choose(mut content: Content, name: Option<&str>) -> Result<Profile, String> {
    let named = name.map(str::to_owned).or_else(|| content.default_profile.take());
    match named {
        Some(name) => content.profiles.remove(&name).ok_or_else(|| {
            let known: Vec<_> = content.profiles.keys().map(|name| format!("`{name}`")).collect();
            match known.as_slice() {
                [] => format!("there is no profile `{name}`, nor any other"),
                known => {
                    format!("there is no profile `{name}`: choose one of {}", known.join(", "))
                }
            }
        }),
        None => Ok(content.profiles.remove(DEFAULT_PROFILE).unwrap_or_default()),
    }
}

impl Profile {
    fn holds_a_secret(&self) -> bool {
        self.client_secret.is_some() || self.token.is_some()
    }

    /// The profile with its files taken as lying beside the configuration file.
    fn beside(mut self, path: &Path) -> Self {
        let folder = path.parent().unwrap_or(Path::new("."));
        let files = [&mut self.client_secret_file, &mut self.token_file, &mut self.ca_file];
        for file in files.into_iter().flatten() {
            *file = folder.join(&*file);
        }
        self
    }
}

fn unreadable(path: &Path, error: io::Error) -> Failure {
    Failure::outside(format!("cannot read the configuration file {}", path.display()), error)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "default_profile = 'b'\n[profiles.a]\naccount_id = 'one'\n\
                       [profiles.b]\naccount_id = 'two'\n";

    fn chosen(text: &str, name: Option<&str>) -> Result<Option<String>, String> {
        choose(toml_text::read(text)?, name).map(|profile| profile.account_id)
    }

    #[test]
    fn the_named_profile_wins_over_the_default_one() {
        assert_eq!(chosen(TWO, Some("a")), Ok(Some("one".to_owned())));
        assert_eq!(chosen(TWO, None), Ok(Some("two".to_owned())));
        assert_eq!(chosen("[profiles.default]\naccount_id = 'x'", None), Ok(Some("x".to_owned())));
        assert_eq!(chosen("", None), Ok(None));
    }

    #[test]
    fn a_profile_that_is_not_there_is_an_error_that_names_those_that_are() {
        assert_eq!(
            chosen(TWO, Some("c")).unwrap_err(),
            "there is no profile `c`: choose one of `a`, `b`"
        );
    }

    #[test]
    fn no_error_shows_a_secret() {
        for text in [
            "[profiles.a]\nclient_secret = 's3cr3t",
            "[profiles.a]\ntoken = [\"s3cr3t\"]",
            "[profiles.a]\nclient_secret = s3cr3t",
            "[profiles.a]\ntoken = 's3cr3t'\ntoken = 's3cr3t'",
        ] {
            let problem = toml_text::read::<Content>(text).unwrap_err();
            assert!(!problem.contains("s3cr3t"), "{problem}");
            assert!(problem.starts_with("line "), "{problem}");
        }
        let number =
            toml_text::read::<Content>("[profiles.a]\nclient_secret = 5550123").unwrap_err();
        assert!(!number.contains("5550123"), "{number}");
    }

    #[test]
    fn the_usual_path_follows_the_environment() {
        let path = |set: &'static [(&str, &str)]| {
            usual_path(move |name| {
                set.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
            })
        };
        let expected = Some(PathBuf::from("/x/agentassist/config.toml"));
        assert_eq!(path(&[("XDG_CONFIG_HOME", "/x"), ("HOME", "/h")]), expected);
        let expected = Some(PathBuf::from("/h/.config/agentassist/config.toml"));
        assert_eq!(path(&[("HOME", "/h")]), expected);
        assert_eq!(path(&[]), None);
    }

    #[test]
    fn files_of_a_profile_lie_beside_the_configuration() {
        let profile = Profile { token_file: Some("t".into()), ..Profile::default() };
        let profile = profile.beside(Path::new("/etc/agentassist/config.toml"));
        assert_eq!(profile.token_file, Some("/etc/agentassist/t".into()));
    }
}
