//! What a rule brings about.

use crate::Priority;
use crate::config::Node;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// The most names in one list of a rule.
const MOST_NAMES: usize = 1_000;

/// An action of the host's own, by name, with data that this library only passes on.
///
/// # Example
/// ```
/// use webcare::routing::Rules;
///
/// let rules = Rules::from_value(&serde_json::json!([{
///     "id": "journalist",
///     "when": { "field": "author_flags", "op": "contains", "value": "press" },
///     "then": { "actions": [{ "name": "call", "data": { "who": "spokesperson" } }] },
/// }]))?;
/// let action = &rules.iter().next().unwrap().then().actions()[0];
/// assert_eq!((action.name(), &action.data()["who"]), ("call", &"spokesperson".into()));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Action {
    name: String,
    #[serde(skip_serializing_if = "Value::is_null")]
    data: Value,
}

impl Action {
    fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let name = table.read("name", read_name);
        let data = table.get("data").map_or(Value::Null, |data| data.value().clone());
        table.finish();
        Some(Self { name: name?, data })
    }

    /// What the host calls it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the host wants to know when it acts; null when nothing was given.
    #[must_use]
    pub const fn data(&self) -> &Value {
        &self.data
    }
}

/// What a rule brings about when it matches.
///
/// A queue, a team and a priority have one value: the first rule that sets one has it.
/// Tags, watchers and actions add up.
///
/// # Example
/// ```
/// use webcare::{Priority, routing::Rules};
///
/// let rules = Rules::from_value(&serde_json::json!([
///     { "id": "all", "then": { "queue": "webcare", "priority": "low", "tags": ["new"] } },
/// ]))?;
/// let then = rules.iter().next().unwrap().then();
/// assert_eq!((then.queue(), then.priority()), (Some("webcare"), Some(Priority::Low)));
/// assert!(then.tags().contains("new"));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Then {
    #[serde(skip_serializing_if = "Option::is_none")]
    queue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    team: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<Priority>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    tags: BTreeSet<String>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    watchers: BTreeSet<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    actions: Vec<Action>,
}

impl Then {
    pub(super) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let queue = table.read_or("queue", None, |node| read_name(node).map(Some));
        let team = table.read_or("team", None, |node| read_name(node).map(Some));
        let words = Priority::ALL.map(|priority| (priority.as_str(), priority));
        let priority = table.read_or("priority", None, |node| node.one_of(&words).map(Some));
        let tags = table.read_or("tags", BTreeSet::new(), read_names);
        let watchers = table.read_or("watchers", BTreeSet::new(), read_names);
        let actions = table.read_or("actions", Vec::new(), |node| {
            is_bounded(node)?;
            node.each(Action::read)
        });
        table.finish();
        Some(Self {
            queue: queue?,
            team: team?,
            priority: priority?,
            tags: tags?,
            watchers: watchers?,
            actions: actions?,
        })
    }

    /// The queue that gets the mention.
    #[must_use]
    pub fn queue(&self) -> Option<&str> {
        self.queue.as_deref()
    }

    /// The team that handles it.
    #[must_use]
    pub fn team(&self) -> Option<&str> {
        self.team.as_deref()
    }

    /// How soon it is to be handled.
    #[must_use]
    pub const fn priority(&self) -> Option<Priority> {
        self.priority
    }

    /// Labels that it gets.
    #[must_use]
    pub const fn tags(&self) -> &BTreeSet<String> {
        &self.tags
    }

    /// Who is to know of it.
    #[must_use]
    pub const fn watchers(&self) -> &BTreeSet<String> {
        &self.watchers
    }

    /// What the host is to do besides, in order.
    #[must_use]
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }

    /// Whether it brings about nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A name without the blanks around it.
pub(super) fn read_name(node: &Node<'_>) -> Option<String> {
    const LONGEST: usize = 256;
    let name = node.name()?.trim();
    if name.len() > LONGEST {
        node.fault(format!("expected at most {LONGEST} bytes, found {}", name.len()));
        return None;
    }
    Some(name.to_owned())
}

fn read_names(node: &Node<'_>) -> Option<BTreeSet<String>> {
    is_bounded(node)?;
    node.each(read_name).map(BTreeSet::from_iter)
}

fn is_bounded(node: &Node<'_>) -> Option<()> {
    let found = node.value().as_array().map_or(0, Vec::len);
    if found > MOST_NAMES {
        node.fault(format!("expected at most {MOST_NAMES} items, found {found}"));
        return None;
    }
    Some(())
}
