//! In which time a target is counted.

use serde::{Deserialize, Serialize};

/// In which time a target is counted.
///
/// # Example
/// ```
/// use webcare::sla::Counted;
///
/// assert_eq!(Counted::default(), Counted::Opening);
/// assert_eq!(serde_json::to_string(&Counted::Calendar)?, r#""calendar""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Counted {
    /// Only while we are open.
    #[default]
    Opening,
    /// All the time, as clocks do.
    Calendar,
}

impl Counted {
    /// The words used in configuration.
    pub(super) const WORDS: [(&'static str, Self); 2] =
        [("opening", Self::Opening), ("calendar", Self::Calendar)];
}
