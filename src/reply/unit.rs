//! What a channel counts.

use serde::{Deserialize, Serialize};

/// What a channel counts.
///
/// # Example
/// ```
/// use webcare::reply::Unit;
///
/// assert_eq!(serde_json::to_string(&Unit::Utf16)?, r#""utf16""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Unit {
    /// As X weighs: most Western characters 1, others 2, an emoji 2 however it is made up,
    /// after normalisation to composed characters.
    Weighted,
    /// Unicode code points.
    #[default]
    Characters,
    /// What a reader takes for one character: extended grapheme clusters.
    Graphemes,
    /// Bytes in UTF-8.
    Bytes,
    /// Units of 16 bits in UTF-16.
    Utf16,
}

impl Unit {
    /// The words of a configuration.
    pub(super) const WORDS: [(&'static str, Self); 5] = [
        ("weighted", Self::Weighted),
        ("characters", Self::Characters),
        ("graphemes", Self::Graphemes),
        ("bytes", Self::Bytes),
        ("utf16", Self::Utf16),
    ];

    /// The plural, for messages.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Weighted => "weighted characters",
            Self::Characters => "characters",
            Self::Graphemes => "graphemes",
            Self::Bytes => "bytes",
            Self::Utf16 => "UTF-16 units",
        }
    }
}
