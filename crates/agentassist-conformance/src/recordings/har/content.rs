//! The bytes of a body: from its text, from base64, or from a file beside the HAR file.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path};

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::super::scanner::STRING_LIMIT;
use super::entry::{Content, Size};

impl Content {
    /// The bytes of the body, which may stand in a file of a folder; `None` if it was not recorded.
    ///
    /// Where there is no text but an empty one or none, `is_left_out` says whether there was a body
    /// that the file does not hold.
    pub(super) fn read(
        self,
        folder: Option<&Path>,
        is_left_out: impl FnOnce(HasText, Size) -> bool,
    ) -> Option<Vec<u8>> {
        let Self { text, encoding, size, file } = self;
        match (text.0, file.0) {
            (Some(text), _) if !text.is_empty() => {
                let is_base64 = encoding.0.is_some_and(|name| name.eq_ignore_ascii_case("base64"));
                let decoded = is_base64.then(|| decode_base64(&text)).flatten();
                Some(decoded.unwrap_or_else(|| text.into_bytes()))
            }
            (_, Some(name)) => beside(folder?, &name),
            (text, None) => {
                let has_text = if text.is_some() { HasText::Empty } else { HasText::No };
                (!is_left_out(has_text, size)).then(Vec::new)
            }
        }
    }
}

/// What a file has where the text of a body belongs, if it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HasText {
    No,
    /// Some tools write this where they leave a body out.
    Empty,
}

impl Size {
    /// Whether it says that there was something.
    pub(super) fn is_positive(self) -> bool {
        self.0.is_some_and(|size| size > 0.0)
    }
}

/// Decodes base64, in one line or in several as in mails, with padding or without.
pub(in super::super) fn decode_base64(text: &str) -> Option<Vec<u8>> {
    const ENGINE: GeneralPurpose = GeneralPurpose::new(
        &STANDARD,
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );

    let digits: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    ENGINE.decode(digits).ok()
}

/// Reads a file of a folder, if the name leads nowhere else, and if it is no longer than a text in
/// a recording may be.
fn beside(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let mut parts = Path::new(name).components();
    let is_plain = matches!(parts.next(), Some(Component::Normal(part)) if part == name);
    if !is_plain || parts.next().is_some() {
        return None;
    }
    let path = folder.join(name);
    // A link may lead anywhere.
    if !fs::symlink_metadata(&path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    let limit = STRING_LIMIT as u64 + 1;
    File::open(path).ok()?.take(limit).read_to_end(&mut bytes).ok()?;
    (bytes.len() <= STRING_LIMIT).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_may_be_broken_into_lines_and_lack_its_padding() {
        for text in ["eyJhIjoxfQ==", "eyJh\r\nIjox\r\nfQ==\r\n", " eyJhIjoxfQ"] {
            assert_eq!(decode_base64(text).as_deref(), Some(&b"{\"a\":1}"[..]), "{text:?}");
        }
        assert_eq!(decode_base64("{\"a\":1}"), None);
    }

    #[test]
    fn only_a_plain_name_of_a_file_in_the_folder_is_followed() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("har");
        fs::create_dir_all(folder.join("inner")).unwrap();
        for path in ["har/a.json", "har/inner/b.json", "c.json"] {
            fs::write(root.path().join(path), path).unwrap();
        }
        assert_eq!(beside(&folder, "a.json").as_deref(), Some(&b"har/a.json"[..]));
        let outside = root.path().join("c.json");
        for name in [
            "../c.json",
            "inner/b.json",
            "./a.json",
            "a.json/",
            "inner",
            ".",
            "..",
            "",
            "a.json\0",
            "missing.json",
            outside.to_str().unwrap(),
        ] {
            assert_eq!(beside(&folder, name), None, "{name}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(outside, folder.join("link.json")).unwrap();
            assert_eq!(beside(&folder, "link.json"), None);
        }
    }
}
