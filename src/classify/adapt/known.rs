//! What a host knows of the writer of a message.

use crate::mention::Mention;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a host knows of the writer of a message, and the message doesn't tell.
///
/// It counts for urgency as far as [`KnownWeights`](super::KnownWeights) say. What is not
/// known counts for nothing.
///
/// # Example
/// ```
/// use webcare::classify::Known;
/// use webcare::mention::{Author, AuthorFlag, Mention};
///
/// let fatima = Author::named("Fatima").with_flag(AuthorFlag::Vip);
/// let mention = Mention::builder("1").author(fatima).text("Hallo?").build()?;
/// let known = Known { earlier_contacts: Some(3), ..Known::of(&mention) };
/// assert!(known.has(Known::VIP));
/// assert!(!known.has(Known::VULNERABLE));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Known {
    /// How many follow the writer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub followers: Option<u64>,
    /// How often the writer has contacted us before about this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier_contacts: Option<u32>,
    /// How many other cases of the writer are open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_cases: Option<u32>,
    /// What else holds: [`VIP`](Self::VIP), [`VULNERABLE`](Self::VULNERABLE), or a flag of
    /// the host's own. Case doesn't matter.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub flags: BTreeSet<String>,
}

impl Known {
    /// The flag of somebody the organisation gives precedence to; that of
    /// [`AuthorFlag::Vip`](crate::mention::AuthorFlag::Vip).
    pub const VIP: &'static str = "vip";
    /// The flag of a customer who is on file as vulnerable.
    pub const VULNERABLE: &'static str = "vulnerable";

    /// What a mention brings: followers and flags of its author.
    #[must_use]
    pub fn of(mention: &Mention) -> Self {
        let author = mention.author();
        Self {
            followers: author.reach.followers,
            flags: author.flags.iter().map(|flag| flag.as_str().to_owned()).collect(),
            ..Self::default()
        }
    }

    /// The same with one more flag.
    #[must_use]
    pub fn with_flag(mut self, flag: impl Into<String>) -> Self {
        self.flags.insert(flag.into());
        self
    }

    /// Whether a flag is set.
    #[must_use]
    pub fn has(&self, flag: &str) -> bool {
        let flag = plain(flag);
        self.flags.iter().any(|set| plain(set) == flag)
    }
}

/// A flag as it is compared.
pub(super) fn plain(flag: &str) -> String {
    flag.trim().to_lowercase()
}
