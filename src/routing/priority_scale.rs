//! The step from urgency to priority, which is made here and nowhere else.

use crate::Priority;
use crate::classify::UrgencyLevel;
use crate::config::{Node, configured};
use serde::Serialize;

/// Which priority a mention gets from its urgency, where no rule sets one.
///
/// Written as a table with the urgencies as keys, each of them optional:
/// `{ critical = "urgent", high = "high", normal = "normal", low = "low",
/// undetermined = "normal" }`, which is the default.
///
/// # Example
/// ```
/// use webcare::classify::UrgencyLevel;
/// use webcare::{Priority, routing::PriorityScale};
///
/// let scale = PriorityScale::from_value(&serde_json::json!({ "undetermined": "high" }))?;
/// assert_eq!(scale.of(Some(UrgencyLevel::Critical)), Priority::Urgent);
/// assert_eq!(scale.of(None), Priority::High);
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PriorityScale {
    critical: Priority,
    high: Priority,
    normal: Priority,
    low: Priority,
    undetermined: Priority,
}

impl Default for PriorityScale {
    fn default() -> Self {
        Self {
            critical: Priority::Urgent,
            high: Priority::High,
            normal: Priority::Normal,
            low: Priority::Low,
            undetermined: Priority::Normal,
        }
    }
}

impl PriorityScale {
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let usual = Self::default();
        let words = Priority::ALL.map(|priority| (priority.as_str(), priority));
        let mut table = node.table()?;
        let mut step = |key, usual| table.read_or(key, usual, |node| node.one_of(&words));
        let critical = step("critical", usual.critical);
        let high = step("high", usual.high);
        let normal = step("normal", usual.normal);
        let low = step("low", usual.low);
        let undetermined = step("undetermined", usual.undetermined);
        table.finish();
        Some(Self {
            critical: critical?,
            high: high?,
            normal: normal?,
            low: low?,
            undetermined: undetermined?,
        })
    }

    /// The priority that goes with an urgency; `None` is an urgency that could not be told.
    #[must_use]
    pub const fn of(&self, urgency: Option<UrgencyLevel>) -> Priority {
        match urgency {
            Some(UrgencyLevel::Critical) => self.critical,
            Some(UrgencyLevel::High) => self.high,
            Some(UrgencyLevel::Normal) => self.normal,
            Some(UrgencyLevel::Low) => self.low,
            None => self.undetermined,
        }
    }
}

configured!(PriorityScale, "priority");
