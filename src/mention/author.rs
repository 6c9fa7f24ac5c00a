//! Who wrote a mention.

use super::instant::is_blank;
use super::words::open_words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeSet;

open_words! {
    /// What the host knows of a writer, and the platform does not.
    ///
    /// # Example
    /// ```
    /// use webcare::mention::{Author, AuthorFlag};
    ///
    /// let author = Author::named("Noor").with_flag(AuthorFlag::Press);
    /// assert!(author.has(&AuthorFlag::Press));
    /// ```
    pub enum AuthorFlag {
        /// Somebody the organisation gives precedence to.
        Vip = "vip",
        /// A journalist.
        Press = "press",
        /// One of our own people.
        Employee = "employee",
        /// A competitor.
        Competitor = "competitor",
        /// A robot.
        Bot = "bot",
        /// Somebody we do not answer.
        Blocked = "blocked",
        /// A customer known by name.
        KnownCustomer = "known_customer",
    }
}

/// How far the voice of a writer carries, as the platform counts it.
///
/// # Example
/// ```
/// use webcare::mention::Reach;
///
/// let reach = Reach { followers: Some(45_000), ..Reach::default() };
/// assert_eq!(reach.followers, Some(45_000));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Reach {
    /// How many follow the writer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub followers: Option<u64>,
    /// How many the writer follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub following: Option<u64>,
    /// Whether the platform has verified the account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified: Option<bool>,
}

/// Who wrote a mention, as far as the channel tells.
///
/// Read from an object, or from a text: one that starts with `@` is a handle, any other
/// is a name.
///
/// # Example
/// ```
/// use webcare::mention::Author;
///
/// let author: Author = serde_json::from_str(r#""@lotte_v""#)?;
/// assert_eq!(author.handle.as_deref(), Some("lotte_v"));
/// let author: Author = serde_json::from_str(r#"{"name": "Lotte", "followers": 312}"#)?;
/// assert_eq!((author.label(), author.reach.followers), ("Lotte", Some(312)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Author {
    /// The platform's identifier of the account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The handle, without `@`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// The name as shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The address of the profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How far this voice carries.
    #[serde(flatten)]
    pub reach: Reach,
    /// When the account was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<DateTime<Utc>>,
    /// Where the writer says to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// What the host knows of the writer.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub flags: BTreeSet<AuthorFlag>,
}

impl Author {
    /// A writer known by name only.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..Self::default() }
    }

    /// A writer known by handle only; a leading `@` is dropped.
    #[must_use]
    pub fn handle(handle: &str) -> Self {
        let handle = handle.strip_prefix('@').unwrap_or(handle).to_owned();
        Self { handle: Some(handle), ..Self::default() }
    }

    /// The same writer with one more flag.
    #[must_use]
    pub fn with_flag(mut self, flag: AuthorFlag) -> Self {
        self.flags.insert(flag);
        self
    }

    /// Whether the host has set `flag`.
    #[must_use]
    pub fn has(&self, flag: &AuthorFlag) -> bool {
        self.flags.contains(flag)
    }

    /// What tells this writer from others on the same channel: the platform's identifier,
    /// else the handle, else the name. `None` for a writer of whom nothing is known; a
    /// blank text says nothing.
    ///
    /// # Example
    /// ```
    /// use webcare::mention::Author;
    ///
    /// assert_eq!(Author::handle("@lotte_v").key(), Some("lotte_v"));
    /// assert_eq!(Author::named(" ").key(), None);
    /// ```
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        first([&self.id, &self.handle, &self.name])
    }

    /// What to show a person: the name, else the handle, else the identifier, else nothing.
    #[must_use]
    pub fn label(&self) -> &str {
        first([&self.name, &self.handle, &self.id]).unwrap_or_default()
    }
}

/// The first text that says something.
fn first(texts: [&Option<String>; 3]) -> Option<&str> {
    texts.into_iter().flatten().map(String::as_str).find(|text| !is_blank(text))
}

impl<'de> Deserialize<'de> for Author {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AuthorVisitor)
    }
}

/// An author as an object; kept apart so that a text can be read as well.
#[derive(Deserialize)]
struct Fields {
    #[serde(default, deserialize_with = "super::instant::reference")]
    id: Option<String>,
    #[serde(alias = "username", alias = "screen_name")]
    handle: Option<String>,
    name: Option<String>,
    url: Option<String>,
    followers: Option<u64>,
    following: Option<u64>,
    verified: Option<bool>,
    #[serde(default, deserialize_with = "super::instant::optional")]
    created_at: Option<DateTime<Utc>>,
    location: Option<String>,
    flags: Option<BTreeSet<AuthorFlag>>,
}

struct AuthorVisitor;

impl<'de> serde::de::Visitor<'de> for AuthorVisitor {
    type Value = Author;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an author as a text or an object")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Author, E> {
        let text = text.trim();
        Ok(match text {
            "" => Author::default(),
            _ if text.starts_with('@') => Author::handle(text),
            _ => Author::named(text),
        })
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Author, A::Error> {
        let fields = Fields::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
        let handle = fields.handle.map(|handle| match handle.strip_prefix('@') {
            Some(bare) => bare.to_owned(),
            None => handle,
        });
        Ok(Author {
            id: fields.id,
            handle,
            name: fields.name,
            url: fields.url,
            reach: Reach {
                followers: fields.followers,
                following: fields.following,
                verified: fields.verified,
            },
            created_at: fields.created_at,
            location: fields.location,
            flags: fields.flags.unwrap_or_default(),
        })
    }
}
