//! Who did something in a case.

use crate::mention::{Direction, Sender};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// Who did something in a case.
///
/// Written as one word: `"customer"`, `"agent"`, `"agent:NAME"`, `"bot"`, `"automation"`
/// or `"unknown"`. A word that is not known is kept.
///
/// # Example
/// ```
/// use webcare::case::Actor;
///
/// let ruben = Actor::from("agent:ruben");
/// assert_eq!(ruben, Actor::agent("ruben"));
/// assert!(ruben.is_person_of_ours());
/// assert!(!Actor::Automation.is_person_of_ours());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Actor {
    /// Somebody who is not one of us.
    Customer,
    /// A person of ours, by the name the host knows that person by.
    Agent(Option<String>),
    /// A chat robot.
    Bot,
    /// Something automatic: a rule, an acknowledgement, an out-of-hours notice.
    Automation,
    /// One of us, it is not known who: written in the platform's own app, for instance.
    #[default]
    Unknown,
    /// A word this version does not know, kept as it was read.
    Other(String),
}

impl Actor {
    /// A person of ours, by name; an empty one is no name.
    #[must_use]
    pub fn agent(name: impl Into<String>) -> Self {
        Self::Agent(Some(name.into()).filter(|name| !name.is_empty()))
    }

    /// The name of the agent, when it is one and is known.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Agent(name) => name.as_deref(),
            _ => None,
        }
    }

    /// Whether a person of ours did it, as far as we know. One of us who is not known is
    /// taken for a person; a word this version does not know is not.
    #[must_use]
    pub const fn is_person_of_ours(&self) -> bool {
        matches!(self, Self::Agent(_) | Self::Unknown)
    }
}

impl Actor {
    /// Whether it is one of us, a person or a machine, as far as we know.
    pub(super) const fn is_ours(&self) -> bool {
        !matches!(self, Self::Customer)
    }
}

impl From<&Direction> for Actor {
    /// Who wrote a mention of this direction.
    fn from(direction: &Direction) -> Self {
        match direction {
            Direction::Inbound => Self::Customer,
            Direction::Outbound(Sender::Agent(name)) => Self::Agent(name.clone()),
            Direction::Outbound(Sender::Bot) => Self::Bot,
            Direction::Outbound(Sender::Automation) => Self::Automation,
            Direction::Outbound(Sender::Unknown) => Self::Unknown,
        }
    }
}

impl From<&str> for Actor {
    fn from(word: &str) -> Self {
        match word {
            "customer" => Self::Customer,
            "agent" => Self::Agent(None),
            "bot" => Self::Bot,
            "automation" => Self::Automation,
            "unknown" => Self::Unknown,
            other => match other.strip_prefix("agent:") {
                Some(name) => Self::agent(name),
                None => Self::Other(other.to_owned()),
            },
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Customer => f.pad("customer"),
            Self::Agent(Some(name)) if !name.is_empty() => write!(f, "agent:{name}"),
            Self::Agent(_) => f.pad("agent"),
            Self::Bot => f.pad("bot"),
            Self::Automation => f.pad("automation"),
            Self::Unknown => f.pad("unknown"),
            Self::Other(word) => f.pad(word),
        }
    }
}

impl Serialize for Actor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Actor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = Cow::<'de, str>::deserialize(deserializer)?;
        Ok(Self::from(word.as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use super::Actor;

    #[test]
    fn every_word_reads_back() {
        for word in ["customer", "agent", "agent:Noor", "bot", "automation", "unknown", "oracle"] {
            assert_eq!(Actor::from(word).to_string(), word);
        }
        for nameless in [Actor::from("agent:"), Actor::agent("")] {
            assert_eq!(nameless, Actor::Agent(None));
        }
        assert_eq!(Actor::Agent(Some(String::new())).to_string(), "agent");
        assert_eq!(Actor::default(), Actor::Unknown);
        for (actor, person) in [
            (Actor::Customer, false),
            (Actor::Agent(None), true),
            (Actor::Bot, false),
            (Actor::Automation, false),
            (Actor::Unknown, true),
            (Actor::from("oracle"), false),
        ] {
            assert_eq!(actor.is_person_of_ours(), person, "{actor}");
        }
    }
}
