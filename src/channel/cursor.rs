//! How far a channel has been read.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How far a channel has been read. What it says is the channel's own business.
///
/// Keep it as text, or with serde, once the mentions before it are safe. It means the same
/// after a restart.
///
/// # Example
/// ```
/// use webcare::channel::Cursor;
///
/// let cursor = Cursor::new("since=1855990218836332601");
/// let kept = serde_json::to_string(&cursor)?;
/// assert_eq!(kept, "\"since=1855990218836332601\"");
/// assert_eq!(serde_json::from_str::<Cursor>(&kept)?, cursor);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(String);

impl Cursor {
    /// The cursor that a channel writes as `text`.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, for the channel that wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
