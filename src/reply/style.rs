//! How people sign, per channel and audience.

use super::Audience;
use crate::config::{Node, configured};
use crate::mention::ChannelKind;
use serde::{Deserialize, Serialize};

/// How a person signs.
///
/// # Example
/// ```
/// use webcare::reply::Style;
///
/// assert_eq!(serde_json::to_string(&Style::FirstName)?, r#""first_name""#);
/// assert_eq!(Style::default(), Style::Initials);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Style {
    /// A caret and the sign: `^RL`.
    #[default]
    Initials,
    /// The first name: `Ruben`.
    FirstName,
    /// The full name: `Ruben de Leeuw`.
    FullName,
    /// Nothing: the text carries no signature. The reply still knows who gave it.
    None,
}

impl Style {
    /// The words of a configuration.
    const WORDS: [(&'static str, Self); 4] = [
        ("initials", Self::Initials),
        ("first_name", Self::FirstName),
        ("full_name", Self::FullName),
        ("none", Self::None),
    ];
}

/// Which style is used where.
///
/// A table with `default`, a style, and `rules`, a list. Each rule has a `style`, and a
/// `channel`, an `audience`, or both, for which it holds. The first that holds decides.
///
/// # Example
/// ```
/// use webcare::mention::ChannelKind;
/// use webcare::reply::{Audience, SignatureRules, Style};
///
/// let rules = SignatureRules::from_value(&serde_json::json!({
///     "default": "initials",
///     "rules": [
///         { "channel": "email", "style": "full_name" },
///         { "audience": "private", "style": "first_name" },
///     ],
/// }))?;
/// assert_eq!(rules.style(&ChannelKind::X, Audience::Public), Style::Initials);
/// assert_eq!(rules.style(&ChannelKind::X, Audience::Private), Style::FirstName);
/// assert_eq!(rules.style(&ChannelKind::Email, Audience::Private), Style::FullName);
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SignatureRules {
    default: Style,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rules: Vec<Rule>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Rule {
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<ChannelKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<Audience>,
    style: Style,
}

impl SignatureRules {
    /// One style everywhere.
    #[must_use]
    pub const fn always(style: Style) -> Self {
        Self { default: style, rules: Vec::new() }
    }

    /// The style on `channel` for `audience`.
    #[must_use]
    pub fn style(&self, channel: &ChannelKind, audience: Audience) -> Style {
        let holds = |rule: &&Rule| {
            rule.channel.as_ref().is_none_or(|kind| kind == channel)
                && rule.audience.is_none_or(|wanted| wanted == audience)
        };
        self.rules.iter().find(holds).map_or(self.default, |rule| rule.style)
    }

    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let default = table.read_or("default", Style::default(), |node| node.one_of(&Style::WORDS));
        let rules = table.read_or("rules", Vec::new(), |node| node.each(Rule::read));
        table.finish();
        Some(Self { default: default?, rules: rules? })
    }
}

impl Rule {
    fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let channel = table.read_or("channel", None, |node| node.name().map(|it| Some(it.into())));
        let audience =
            table.read_or("audience", None, |node| node.one_of(&Audience::WORDS).map(Some));
        let style = table.read("style", |node| node.one_of(&Style::WORDS));
        table.finish();
        let (channel, audience, style) = (channel?, audience?, style?);
        if channel.is_none() && audience.is_none() {
            node.fault("expected a channel, an audience, or both; \"default\" is for the rest");
            return None;
        }
        Some(Self { channel, audience, style })
    }
}

configured!(SignatureRules, "signatures");
