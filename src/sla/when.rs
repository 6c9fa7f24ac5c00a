//! To which messages a policy applies.

use crate::Priority;
use crate::case::Message;
use crate::config::Node;
use crate::mention::{ChannelKind, Origin};
use serde::Serialize;
use std::fmt;

/// Conditions; each that is given must hold, and holds when one of its values does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct When {
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<Vec<ChannelKind>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    visibility: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<Vec<Origin>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<Vec<Priority>>,
}

const VISIBILITIES: [(&str, &str); 3] =
    [("public", "public"), ("private", "private"), ("restricted", "restricted")];

/// What did not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failed {
    field: &'static str,
    found: String,
    expected: String,
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is {}, expected {}", self.field, self.found, self.expected)
    }
}

impl When {
    pub(super) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let word = |at: &Node<'_>| at.name().map(ChannelKind::from);
        let channel = table.read_or("channel", None, |at| some(at, word).map(Some));
        let word = |at: &Node<'_>| at.one_of(&VISIBILITIES);
        let visibility = table.read_or("visibility", None, |at| some(at, word).map(Some));
        let origin = table.read_or("origin", None, |at| some(at, origin).map(Some));
        let words = Priority::ALL.map(|priority| (priority.as_str(), priority));
        let priority =
            table.read_or("priority", None, |at| some(at, |at| at.one_of(&words)).map(Some));
        table.finish();
        Some(Self {
            channel: channel?,
            visibility: visibility?,
            origin: origin?,
            priority: priority?,
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether all of it holds.
    pub(super) fn holds(&self, message: &Message, priority: Priority) -> bool {
        let channel = || any(self.channel.as_ref(), |channel| channel == message.channel());
        let visibility =
            || any(self.visibility.as_ref(), |word| *word == message.visibility().as_str());
        let origin = || any(self.origin.as_ref(), |origin| is_origin(origin, message.origin()));
        any(self.priority.as_ref(), |known| *known == priority)
            && origin()
            && channel()
            && visibility()
    }

    /// The first condition that does not hold.
    pub(super) fn failed(&self, message: &Message, priority: Priority) -> Option<Failed> {
        if !any(self.channel.as_ref(), |channel| channel == message.channel()) {
            return Some(failed("channel", message.channel(), self.channel.as_ref()));
        }
        let visibility = message.visibility();
        if !any(self.visibility.as_ref(), |word| *word == visibility.as_str()) {
            return Some(failed("visibility", visibility.as_str(), self.visibility.as_ref()));
        }
        if !any(self.origin.as_ref(), |origin| is_origin(origin, message.origin())) {
            return Some(failed("origin", message.origin(), self.origin.as_ref()));
        }
        if !any(self.priority.as_ref(), |known| *known == priority) {
            return Some(failed("priority", priority, self.priority.as_ref()));
        }
        None
    }

    /// What holds, in words.
    pub(super) fn describe(&self) -> String {
        let fields = [
            ("channel", listed(self.channel.as_ref())),
            ("visibility", listed(self.visibility.as_ref())),
            ("origin", listed(self.origin.as_ref())),
            ("priority", listed(self.priority.as_ref())),
        ];
        let given = fields.iter().filter(|(_, words)| !words.is_empty());
        let given: Vec<String> =
            given.map(|(field, words)| format!("{field} is {words}")).collect();
        if given.is_empty() { "it applies to all".to_owned() } else { given.join(", ") }
    }
}

/// A list with at least one value in it.
fn some<T>(node: &Node<'_>, read: impl FnMut(&Node<'_>) -> Option<T>) -> Option<Vec<T>> {
    let values = node.each(read)?;
    if values.is_empty() {
        node.fault("expected at least one value; leave it out to accept all");
        return None;
    }
    Some(values)
}

fn origin(node: &Node<'_>) -> Option<Origin> {
    let word = node.string()?;
    match Origin::from(word) {
        Origin::Other(_) => {
            let words = ["directed", "own_property", "found"].map(|word| (word, ()));
            node.one_of(&words)?;
            None
        }
        known => Some(known),
    }
}

/// `found` alone means whatever query found it.
fn is_origin(expected: &Origin, origin: &Origin) -> bool {
    match expected {
        Origin::Found { query: None } => origin.is_found(),
        expected => expected == origin,
    }
}

fn any<T>(values: Option<&Vec<T>>, holds: impl FnMut(&T) -> bool) -> bool {
    values.is_none_or(|values| values.iter().any(holds))
}

fn listed<T: fmt::Display>(values: Option<&Vec<T>>) -> String {
    let words: Vec<String> = values.into_iter().flatten().map(ToString::to_string).collect();
    words.join(" or ")
}

fn failed<T: fmt::Display>(
    field: &'static str,
    found: impl fmt::Display,
    expected: Option<&Vec<T>>,
) -> Failed {
    Failed { field, found: found.to_string(), expected: listed(expected) }
}
