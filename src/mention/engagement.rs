//! How others reacted to a mention.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How others reacted to a mention, as counted at one moment.
///
/// # Example
/// ```
/// use webcare::mention::Engagement;
///
/// let seen: Engagement = serde_json::from_str(r#"{"likes": 12, "shares": 3}"#)?;
/// assert_eq!((seen.likes, seen.views), (Some(12), None));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Engagement {
    /// Likes and other reactions of one click.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likes: Option<u64>,
    /// Answers by others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replies: Option<u64>,
    /// Times it was passed on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shares: Option<u64>,
    /// Times it was passed on with a remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quotes: Option<u64>,
    /// Times it was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub views: Option<u64>,
    /// When these were counted; counts age.
    #[serde(
        skip_serializing_if = "Option::is_none",
        deserialize_with = "super::instant::optional"
    )]
    pub observed_at: Option<DateTime<Utc>>,
}
