//! What counts as an answer, as thanks, as open again: the switches, with their defaults.

use crate::config::{Node, configured};
use chrono::TimeDelta;
use serde::Serialize;

/// What counts. Configured as a table, each key a switch:
///
/// | key | what it says | if absent |
/// |---|---|---|
/// | `automatic` | what a machine sends is an answer | `false` |
/// | `undelivered` | an answer that failed to arrive is one all the same | `false` |
/// | `holding` | "we find out" is an answer: it ends the waiting, and promises another | `true` |
/// | `thanks` | thanks alone asks for an answer and reopens a case | `false` |
/// | `reopen_days` | how many days of 24 hours after it was resolved a case is opened again by a message; later, the message opens a new case | no limit |
///
/// # Example
/// ```
/// use webcare::case::Conventions;
///
/// let usual = Conventions::default();
/// assert!(usual.holding() && !usual.automatic() && !usual.undelivered() && !usual.thanks());
/// let strict: Conventions = toml::from_str("holding = false\nreopen_days = 7")?;
/// assert_eq!(strict.reopen_within(), Some(chrono::TimeDelta::days(7)));
/// # Ok::<(), toml::de::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "these are independent switches")]
pub struct Conventions {
    automatic: bool,
    undelivered: bool,
    holding: bool,
    thanks: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reopen_days: Option<u32>,
}

configured!(Conventions, "conventions");

/// A hundred years; what is longer was not meant.
const MOST_DAYS: i64 = 36_525;

impl Default for Conventions {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Conventions {
    pub(super) const DEFAULT: Self = Self {
        automatic: false,
        undelivered: false,
        holding: true,
        thanks: false,
        reopen_days: None,
    };

    /// Whether what a machine sends is an answer.
    #[must_use]
    pub const fn automatic(&self) -> bool {
        self.automatic
    }

    /// Whether an answer that failed to arrive is one all the same.
    #[must_use]
    pub const fn undelivered(&self) -> bool {
        self.undelivered
    }

    /// Whether a holding reply is an answer.
    #[must_use]
    pub const fn holding(&self) -> bool {
        self.holding
    }

    /// Whether thanks alone asks for an answer and reopens a case.
    #[must_use]
    pub const fn thanks(&self) -> bool {
        self.thanks
    }

    /// How long after it was resolved a message opens a case again; `None` for ever.
    #[must_use]
    pub fn reopen_within(&self) -> Option<TimeDelta> {
        self.reopen_days.map(|days| TimeDelta::days(i64::from(days)))
    }

    /// The same, where a holding reply is an answer.
    pub(super) const fn with_holding(self) -> Self {
        Self { holding: true, ..self }
    }

    /// Reads them, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let usual = Self::DEFAULT;
        let mut table = node.table()?;
        let automatic = table.read_or("automatic", usual.automatic, Node::boolean);
        let undelivered = table.read_or("undelivered", usual.undelivered, Node::boolean);
        let holding = table.read_or("holding", usual.holding, Node::boolean);
        let thanks = table.read_or("thanks", usual.thanks, Node::boolean);
        let reopen_days = table.read_or("reopen_days", None, |at| days(at).map(Some));
        table.finish();
        Some(Self {
            automatic: automatic?,
            undelivered: undelivered?,
            holding: holding?,
            thanks: thanks?,
            reopen_days: reopen_days?,
        })
    }
}

fn days(node: &Node<'_>) -> Option<u32> {
    let days = node.integer()?;
    if !(0..=MOST_DAYS).contains(&days) {
        node.fault(format!("expected 0 to {MOST_DAYS} days, found {days}"));
        return None;
    }
    u32::try_from(days).ok()
}
