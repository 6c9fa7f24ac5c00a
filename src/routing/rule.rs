//! One rule.

use super::then::read_name;
use super::{Condition, Then};
use crate::config::Node;
use serde::Serialize;

/// One rule: when it applies, and what it brings about.
///
/// Rules are read as part of [`Rules`](super::Rules), where the format is described.
///
/// # Example
/// ```
/// use webcare::routing::Rules;
///
/// let rules = Rules::from_value(&serde_json::json!([
///     { "id": "late", "order": 20, "then": { "tags": ["seen"] } },
///     { "id": "early", "order": 10, "then": { "queue": "webcare" }, "stop": true },
/// ]))?;
/// let ids: Vec<&str> = rules.iter().map(|rule| rule.id()).collect();
/// assert_eq!(ids, ["early", "late"]);
/// assert!(rules.iter().next().unwrap().stops());
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rule {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    order: i64,
    enabled: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<Condition>,
    #[serde(skip_serializing_if = "Then::is_empty")]
    then: Then,
    stop: bool,
    #[serde(skip)]
    written: Written,
}

/// How a rule stood in the list it was read from. It tells no two rules apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written {
    pub(super) index: usize,
    pub(super) has_order: bool,
}

impl PartialEq for Written {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Rule {
    /// Reads the rule that stands at `index` of a list. Without an order of its own it
    /// takes its place there: 10, 20, 30, …
    pub(super) fn read(node: &Node<'_>, index: usize) -> Option<Self> {
        let mut table = node.table()?;
        let id = table.read("id", read_name);
        let name = table.read_or("name", None, |node| read_name(node).map(Some));
        let order = table.read_or("order", None, |node| node.integer().map(Some));
        let enabled = table.read_or("enabled", true, Node::boolean);
        let when = table.read_or("when", None, |node| Condition::read(node).map(Some));
        let then = table.read_or("then", Then::default(), Then::read);
        let stop = table.read_or("stop", false, Node::boolean);
        table.finish();
        if stop == Some(false) && then.as_ref().is_some_and(Then::is_empty) {
            node.fault(
                "brings about nothing; expected \"stop\", or \"then\" with a queue, team, \
                 priority, tags, watchers or actions",
            );
            return None;
        }
        let order = order?;
        let place = i64::try_from(index + 1).unwrap_or(i64::MAX).saturating_mul(10);
        Some(Self {
            id: id?,
            name: name?,
            order: order.unwrap_or(place),
            enabled: enabled?,
            when: when?,
            then: then?,
            stop: stop?,
            written: Written { index, has_order: order.is_some() },
        })
    }

    /// What it is called in decisions and traces.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What people call it: its name, else its id.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }

    /// Its place among the rules, lowest first; equals go by id.
    #[must_use]
    pub const fn order(&self) -> i64 {
        self.order
    }

    /// Whether it takes part.
    #[must_use]
    pub const fn is_enabled(&self) -> bool {
        self.enabled
    }

    /// When it applies; `None` when it always does.
    #[must_use]
    pub const fn when(&self) -> Option<&Condition> {
        self.when.as_ref()
    }

    /// What it brings about.
    #[must_use]
    pub const fn then(&self) -> &Then {
        &self.then
    }

    /// Whether no later rule is looked at once it matches.
    #[must_use]
    pub const fn stops(&self) -> bool {
        self.stop
    }

    pub(super) const fn written(&self) -> Written {
        self.written
    }

    pub(super) const fn when_mut(&mut self) -> Option<&mut Condition> {
        self.when.as_mut()
    }
}
