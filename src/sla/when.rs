//! To which messages a policy applies.

use super::facts::Facts;
use crate::Priority;
use crate::config::Node;
use crate::language::Language;
use crate::mention::{ChannelKind, Origin};
use chrono::{DateTime, SecondsFormat, Utc};
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
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<Vec<Language>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    queue: Option<Vec<String>>,
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
        let word = |at: &Node<'_>| at.name().map(str::to_owned);
        let tags = table.read_or("tags", None, |at| some(at, word).map(Some));
        let language = table.read_or("language", None, |at| some(at, language).map(Some));
        let queue = table.read_or("queue", None, |at| some(at, word).map(Some));
        table.finish();
        Some(Self {
            tags: tags?,
            language: language?,
            queue: queue?,
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
    pub(super) fn holds(&self, facts: &Facts<'_>) -> bool {
        self.failed_field(facts).is_none()
    }

    /// The first condition that does not hold, by name.
    fn failed_field(&self, facts: &Facts<'_>) -> Option<&'static str> {
        let message = facts.message;
        let on = message.channel();
        let visibility = message.visibility().as_str();
        if !any(self.channel.as_ref(), |channel| channel == on) {
            Some("channel")
        } else if !any(self.visibility.as_ref(), |word| *word == visibility) {
            Some("visibility")
        } else if !any(self.origin.as_ref(), |origin| is_origin(origin, message.origin())) {
            Some("origin")
        } else if !any(self.priority.as_ref(), |known| *known == facts.priority()) {
            Some("priority")
        } else if !any(self.tags.as_ref(), |tag| facts.has_tag(tag)) {
            Some("tags")
        } else if !any(self.language.as_ref(), |known| Some(*known) == facts.language()) {
            Some("language")
        } else if !any(self.queue.as_ref(), |queue| Some(queue.as_str()) == facts.queue()) {
            Some("queue")
        } else {
            None
        }
    }

    /// The first condition that does not hold.
    pub(super) fn failed(&self, facts: &Facts<'_>) -> Option<Failed> {
        let field = self.failed_field(facts)?;
        let message = facts.message;
        let unknown = || "unknown".to_owned();
        let (found, expected) = match field {
            "channel" => (message.channel().to_string(), listed(self.channel.as_ref())),
            "visibility" => {
                (message.visibility().as_str().to_owned(), listed(self.visibility.as_ref()))
            }
            "origin" => (message.origin().to_string(), listed(self.origin.as_ref())),
            "priority" => (facts.priority().to_string(), listed(self.priority.as_ref())),
            "tags" => (facts.tags(), listed(self.tags.as_ref())),
            "language" => (
                facts.language().map_or_else(unknown, |language| language.to_string()),
                listed(self.language.as_ref()),
            ),
            _ => (facts.queue().map_or_else(unknown, str::to_owned), listed(self.queue.as_ref())),
        };
        Some(Failed { field, found, expected })
    }

    /// What holds, in words.
    pub(super) fn describe(&self) -> String {
        let fields = [
            ("channel", listed(self.channel.as_ref())),
            ("visibility", listed(self.visibility.as_ref())),
            ("origin", listed(self.origin.as_ref())),
            ("priority", listed(self.priority.as_ref())),
            ("tags", listed(self.tags.as_ref())),
            ("language", listed(self.language.as_ref())),
            ("queue", listed(self.queue.as_ref())),
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

fn language(node: &Node<'_>) -> Option<Language> {
    let word = node.string()?;
    match Language::from_code(word) {
        Language::Undetermined if word != "und" => {
            node.fault(format!("expected the code of a language such as \"nl\", found \"{word}\""));
            None
        }
        language => Some(language),
    }
}

impl Failed {
    /// A clock that starts at `at` is not under that version.
    pub(super) fn version(policy: &super::Policy, at: DateTime<Utc>) -> Self {
        let written = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
        let from = policy.valid_from.map(|from| format!("from {}", written(from)));
        let until = policy.valid_until.map(|until| format!("until {}", written(until)));
        let parts: Vec<String> = from.into_iter().chain(until).collect();
        Self { field: "start", found: written(at), expected: parts.join(" ") }
    }
}
