//! Where a piece of evidence stands.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Where a piece of evidence stands.
///
/// # Example
/// ```
/// use webcare::judgement::Place;
///
/// let place = Place::Text { start: 4, end: 8 };
/// assert_eq!(place.text_range(), Some(4..8));
/// assert_eq!(Place::Fact.text_range(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Place {
    /// In the text of the mention, as a range of bytes.
    Text {
        /// The first byte.
        start: usize,
        /// One beyond the last byte.
        end: usize,
    },
    /// In the title of the mention, as a range of bytes.
    Title {
        /// The first byte.
        start: usize,
        /// One beyond the last byte.
        end: usize,
    },
    /// Not in what was written: something the host knows.
    Fact,
}

impl Place {
    /// The range of bytes of the text, when it stands there.
    #[must_use]
    pub const fn text_range(self) -> Option<Range<usize>> {
        match self {
            Self::Text { start, end } => Some(start..end),
            Self::Title { .. } | Self::Fact => None,
        }
    }
}
