//! From what somebody wants to say to what a channel may send: signed, fitting, and not
//! more public than what it answers.
//!
//! A [`Draft`] answers one mention. It takes a text, a [`Signature`] and a [`TextLimit`],
//! and becomes a [`Reply`], the only thing that a channel sends. Nothing is written for
//! people: the text is kept as it was typed, and a signature is added behind it.
//!
//! - Who signs: a [`Team`] gives each person a [`Sign`] made of the [`PersonName`], and
//!   tells who signed an answer. [`SignatureRules`] say which [`Style`] goes where.
//! - How long: a [`TextLimit`] counts as a channel does; [`Published`] has what is known
//!   of each.
//! - Who may read it: an [`Audience`] that follows the mention.
//!
//! # Example
//! ```
//! use webcare::mention::{ChannelKind, Mention};
//! use webcare::reply::{Draft, SignatureRules, Team, TextLimit};
//!
//! let mut team = Team::new();
//! team.add("u-17", "Ruben de Leeuw")?;
//! let rules = SignatureRules::default();
//!
//! let mention = Mention::builder("m-1").channel(ChannelKind::X).text("Is de winkel open?").build()?;
//! let draft = Draft::to(&mention).text("Ja hoor, tot 18.00 uur!");
//! let style = rules.style(mention.channel(), draft.audience());
//! let signature = team.signature("u-17", style).expect("Ruben is in the team");
//! let limit = TextLimit::of(mention.channel(), draft.audience());
//!
//! let reply = draft.sign(&signature)?.fit(limit)?;
//! assert_eq!(reply.text(), "Ja hoor, tot 18.00 uur! ^RL");
//! assert_eq!(team.who_signed(reply.text()).unwrap().name().as_str(), "Ruben de Leeuw");
//! # Ok::<(), webcare::Error>(())
//! ```

mod answer;
mod audience;
mod candidates;
mod draft;
mod emoji;
mod ending;
mod limit;
mod limit_format;
mod links;
mod name;
mod pieces;
mod published;
mod sign;
mod signature;
mod split;
mod style;
mod team;
mod unit;
mod weight;
mod words;

#[cfg(test)]
mod tests;

pub use answer::Reply;
pub use audience::Audience;
pub use draft::Draft;
pub use limit::TextLimit;
pub use links::links;
pub use name::PersonName;
pub use published::{Grade, Published};
pub use sign::{FoundSign, Sign};
pub use signature::Signature;
pub use style::{SignatureRules, Style};
pub use team::{Member, Team};
pub use unit::Unit;
