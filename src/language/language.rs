//! The language itself.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// The language of a message. It is written as its code: `nl`, `en`, another ISO 639 code,
/// or `und` where it could not be told.
///
/// # Example
/// ```
/// use webcare::language::Language;
///
/// assert_eq!(Language::from_code("nl-BE"), Language::Dutch);
/// assert_eq!(Language::from_code("fr").as_str(), "fr");
/// assert_eq!(Language::from_code("??"), Language::Undetermined);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Dutch, of the Netherlands and of Flanders.
    Dutch,
    /// English.
    English,
    /// Another language, by its code.
    Other(LanguageCode),
    /// It could not be told.
    #[default]
    Undetermined,
}

/// The code of a language: two or three lower-case letters of ISO 639.
///
/// # Example
/// ```
/// use webcare::language::LanguageCode;
///
/// assert_eq!(LanguageCode::new("FR").unwrap().as_str(), "fr");
/// assert!(LanguageCode::new("french").is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageCode([u8; 3]);

impl LanguageCode {
    /// Takes two or three ASCII letters as a code, whatever their case.
    #[must_use]
    pub const fn new(code: &str) -> Option<Self> {
        let mut letters = [b' '; 3];
        let bytes = code.as_bytes();
        match *bytes {
            [a, b] => {
                letters[0] = a.to_ascii_lowercase();
                letters[1] = b.to_ascii_lowercase();
                if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() {
                    Some(Self(letters))
                } else {
                    None
                }
            }
            [a, b, c] => {
                letters[0] = a.to_ascii_lowercase();
                letters[1] = b.to_ascii_lowercase();
                letters[2] = c.to_ascii_lowercase();
                if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() && c.is_ascii_alphabetic() {
                    Some(Self(letters))
                } else {
                    None
                }
            }
            _ => None,
        }
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default().trim_end()
    }
}

impl fmt::Debug for LanguageCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for LanguageCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Language {
    /// Reads a code such as `nl`, `nld`, `en-GB` or `fr`. What is no code, and `und`, is
    /// [`Undetermined`](Self::Undetermined).
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        match LanguageCode::new(primary) {
            None => Self::Undetermined,
            Some(code) => match code.as_str() {
                "nl" | "nld" | "dut" => Self::Dutch,
                "en" | "eng" => Self::English,
                "und" => Self::Undetermined,
                _ => Self::Other(code),
            },
        }
    }

    /// The code: `nl`, `en`, that of another language, or `und`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
            Self::Other(code) => code.as_str(),
            Self::Undetermined => "und",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Ok(Self::from_code(&code))
    }
}
