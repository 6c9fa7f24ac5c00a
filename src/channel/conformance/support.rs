//! What several checks need: mentions to arrive, reading to the end, answers to send.

use super::{Harness, Shortfall, Subject};
use crate::channel::{
    Capability, Channel, Cursor, Error, IdempotencyKey, Inbound, Item, Profile, Receipt, Sending,
};
use crate::mention::{Author, Mention, MentionBuilder, Visibility};
use crate::reply::{Draft, Reply};
use chrono::{DateTime, TimeDelta, Utc};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

pub(super) fn not_kept<T>(what: impl Into<String>) -> Result<T, Shortfall> {
    Err(Shortfall::NotKept(what.into()))
}

pub(super) fn not_checked<T>(why: impl Into<String>) -> Result<T, Shortfall> {
    Err(Shortfall::NotChecked(why.into()))
}

/// An error where there should be none.
pub(super) fn failed(doing: &str) -> impl Fn(Error) -> Shortfall {
    move |error| Shortfall::NotKept(format!("{doing} failed: {error}"))
}

/// A mistake of the suite itself, which must not be held against a channel.
#[expect(clippy::needless_pass_by_value, reason = "made for `map_err`")]
fn unfit(error: crate::Error) -> Shortfall {
    Shortfall::NotChecked(format!("there is nothing to check it with: {error}"))
}

pub(super) async fn open(
    harness: &dyn Harness,
    mentions: Vec<Mention>,
) -> Result<Box<dyn Subject>, Shortfall> {
    harness.open(mentions).await.map_err(failed("opening a channel"))
}

pub(super) async fn profile_of(harness: &dyn Harness) -> Result<Profile, Shortfall> {
    Ok(open(harness, Vec::new()).await?.channel().profile().clone())
}

pub(super) fn inbound(subject: &dyn Subject) -> Result<&dyn Inbound, Shortfall> {
    match subject.channel().inbound() {
        Some(inbound) => Ok(inbound),
        None => not_checked("the channel cannot be read"),
    }
}

/// When the first of the mentions was published: a Monday, at noon.
pub(super) fn noon() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_759) + TimeDelta::hours(12)
}

/// The visibility that is usual on a channel.
pub(super) fn usual(profile: &Profile) -> Visibility {
    let capabilities = profile.capabilities();
    let public = if capabilities.is_empty() {
        !profile.kind().is_conversation()
    } else {
        capabilities.has(Capability::PublicReply)
            || capabilities.has(Capability::PrivateReplyToPublic)
    };
    if public { Visibility::Public } else { Visibility::Private }
}

/// The mention with number `number`, a minute after the one before.
pub(super) fn builder(profile: &Profile, number: u8) -> MentionBuilder {
    let id = format!("conformance-{number}");
    named(profile, &id, &id, number)
}

fn named(profile: &Profile, id: &str, external_id: &str, number: u8) -> MentionBuilder {
    let builder = Mention::builder(id)
        .external_id(external_id)
        .channel(profile.kind().clone())
        .visibility(usual(profile))
        .author(Author { id: Some("4711".to_owned()), ..Author::handle("lotte_v") })
        .published_at(noon() + TimeDelta::minutes(number.into()))
        .text(format!("Bericht {number}"));
    match profile.account() {
        Some(account) => builder.account(account),
        None => builder,
    }
}

pub(super) fn build(builder: MentionBuilder) -> Result<Mention, Shortfall> {
    builder.build().map_err(unfit)
}

pub(super) fn mentions(profile: &Profile, count: u8) -> Result<Vec<Mention>, Shortfall> {
    (1..=count).map(|number| build(builder(profile, number))).collect()
}

pub(super) fn texts(mentions: &[Mention]) -> Vec<&str> {
    mentions.iter().map(Mention::text).collect()
}

/// What came of reading page after page.
#[derive(Debug, Default)]
pub(super) struct Drained {
    pub(super) items: Vec<Item>,
    pub(super) cursor: Option<Cursor>,
    /// Whether the channel said that there is no more.
    pub(super) ended: bool,
}

impl Drained {
    pub(super) fn mentions(&self) -> impl Iterator<Item = &Mention> {
        self.items.iter().filter_map(Item::mention)
    }

    pub(super) fn has(&self, text: &str) -> bool {
        self.mentions().any(|mention| mention.text() == text)
    }

    pub(super) fn must_have(&self, texts: &[&str], when: &str) -> Result<(), Shortfall> {
        match texts.iter().find(|text| !self.has(text)) {
            Some(missing) => not_kept(format!("\"{missing}\" was not delivered {when}")),
            None => Ok(()),
        }
    }
}

/// Reads until the channel says that there is no more, or plainly never will say so.
pub(super) async fn drain(
    inbound: &dyn Inbound,
    from: Option<Cursor>,
    limit: usize,
) -> Result<Drained, Shortfall> {
    /// Many more pages than there are mentions in any check.
    const PAGES: usize = 50;

    let mut drained = Drained { cursor: from, ..Drained::default() };
    for _ in 0..PAGES {
        let page =
            inbound.fetch(drained.cursor.as_ref(), limit).await.map_err(failed("reading"))?;
        drained.ended = !page.has_more();
        if let Some(next) = page.next() {
            drained.cursor = Some(next.clone());
        }
        drained.items.extend(page.into_items());
        if drained.ended {
            break;
        }
    }
    Ok(drained)
}

/// A channel with one mention that can be answered, and the mention as the platform names
/// it.
pub(super) async fn answerable(
    harness: &dyn Harness,
    visibility: Option<Visibility>,
) -> Result<(Box<dyn Subject>, Mention), Shortfall> {
    let profile = profile_of(harness).await?;
    if profile.capabilities().is_empty() {
        return not_checked("the channel cannot answer");
    }
    let visibility = visibility.unwrap_or_else(|| usual(&profile));
    let waiting = build(builder(&profile, 1).visibility(visibility.clone()))?;
    let subject = open(harness, vec![waiting.clone()]).await?;
    let Some(inbound) = subject.channel().inbound() else {
        return Ok((subject, waiting));
    };
    let drained = drain(inbound, None, 10).await?;
    let Some(found) = drained.mentions().next() else {
        return not_checked("there is no mention to answer");
    };
    // All but its identifiers is as it was made, so that a fault in reading does not count
    // against sending.
    let id = found.id().as_str();
    let mention = named(&profile, id, found.external_id().unwrap_or(id), 1);
    Ok((subject, build(mention.visibility(visibility))?))
}

/// An answer to the audience that `mention` asks for.
pub(super) fn reply(
    channel: &dyn Channel,
    mention: &Mention,
    text: &str,
) -> Result<Reply, Shortfall> {
    let capabilities = channel.profile().capabilities();
    let draft = Draft::to(mention).text(text);
    let draft = if mention.visibility().is_public() && !capabilities.has(Capability::PublicReply) {
        draft.in_private()
    } else {
        draft
    };
    let audience = draft.audience();
    draft.fit(channel.profile().text_limit(audience)).map_err(unfit)
}

pub(super) fn key(text: &str) -> Result<IdempotencyKey, Shortfall> {
    IdempotencyKey::new(text).map_err(unfit)
}

/// Sends at the moment at which the mention was published, so that no window is closed.
pub(super) async fn send(
    channel: &dyn Channel,
    reply: &Reply,
    key: &IdempotencyKey,
) -> Result<Receipt, Error> {
    let asked_at = noon() + TimeDelta::minutes(1);
    Sending::new(reply, key, asked_at).heard_at(asked_at).by(channel).await
}

/// Polls both until both are done.
pub(super) async fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut a_done, mut b_done) = (None, None);
    poll_fn(|context| {
        if a_done.is_none()
            && let Poll::Ready(output) = a.as_mut().poll(context)
        {
            a_done = Some(output);
        }
        if b_done.is_none()
            && let Poll::Ready(output) = b.as_mut().poll(context)
        {
            b_done = Some(output);
        }
        match (a_done.take(), b_done.take()) {
            (Some(a), Some(b)) => Poll::Ready((a, b)),
            (a, b) => {
                (a_done, b_done) = (a, b);
                Poll::Pending
            }
        }
    })
    .await
}
