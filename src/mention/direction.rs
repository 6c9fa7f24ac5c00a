//! Whether a mention was written to us or by us.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Whether a mention was written to us or by us.
///
/// Our own messages are never judged, never start a clock and never trigger an automatic
/// answer. Written as `"inbound"`, `"outbound"`, `"outbound:bot"`,
/// `"outbound:automation"`, `"outbound:agent"` or `"outbound:agent:NAME"`, where only the
/// case of the name matters. Any other word is refused: to take our own message for a customer's, or the other way round, would be
/// worse than to stop.
///
/// # Example
/// ```
/// use webcare::mention::{Direction, Sender};
///
/// let direction: Direction = "outbound:agent:ruben".parse()?;
/// assert_eq!(direction, Direction::Outbound(Sender::Agent(Some("ruben".to_owned()))));
/// assert!("sideways".parse::<Direction>().is_err());
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// Written by somebody else.
    #[default]
    Inbound,
    /// Written by us.
    Outbound(Sender),
}

/// Who of us wrote a message.
///
/// # Example
/// ```
/// use webcare::mention::Sender;
///
/// assert!(Sender::Agent(None).is_human());
/// assert!(!Sender::Automation.is_human());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Sender {
    /// A person, by the name the host knows that person by.
    Agent(Option<String>),
    /// A chat robot.
    Bot,
    /// An automatic message: an acknowledgement, an out-of-hours notice.
    Automation,
    /// Not known: written in the platform's own app, for instance.
    Unknown,
}

impl Sender {
    /// Whether a person wrote it, as far as we know; an unknown sender is taken for one.
    #[must_use]
    pub const fn is_human(&self) -> bool {
        matches!(self, Self::Agent(_) | Self::Unknown)
    }
}

impl Direction {
    /// Whether we wrote it.
    #[must_use]
    pub const fn is_outbound(&self) -> bool {
        matches!(self, Self::Outbound(_))
    }
}

impl FromStr for Direction {
    type Err = crate::Error;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let mut parts = word.trim().splitn(3, ':');
        let way = parts.next().map(str::to_ascii_lowercase);
        let sender = parts.next().map(str::to_ascii_lowercase);
        let sender = match (way.as_deref(), sender.as_deref(), parts.next()) {
            (Some("inbound"), None, None) => return Ok(Self::Inbound),
            (Some("outbound"), None, None) => Sender::Unknown,
            (Some("outbound"), Some("bot"), None) => Sender::Bot,
            (Some("outbound"), Some("automation"), None) => Sender::Automation,
            (Some("outbound"), Some("agent"), None) => Sender::Agent(None),
            (Some("outbound"), Some("agent"), Some(name)) if !name.is_empty() => {
                Sender::Agent(Some(name.to_owned()))
            }
            _ => {
                return Err(crate::Error::fault(
                    "direction",
                    "expected inbound, outbound, outbound:bot, outbound:automation or \
                     outbound:agent:NAME",
                ));
            }
        };
        Ok(Self::Outbound(sender))
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Inbound => f.pad("inbound"),
            Self::Outbound(Sender::Unknown) => f.pad("outbound"),
            Self::Outbound(Sender::Bot) => f.pad("outbound:bot"),
            Self::Outbound(Sender::Automation) => f.pad("outbound:automation"),
            Self::Outbound(Sender::Agent(Some(name))) if !name.is_empty() => {
                write!(f, "outbound:agent:{name}")
            }
            Self::Outbound(Sender::Agent(_)) => f.pad("outbound:agent"),
        }
    }
}

impl Serialize for Direction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Direction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        word.parse().map_err(serde::de::Error::custom)
    }
}
