//! The contract of [`Outbound`](crate::channel::Outbound), sentence by sentence, and that of
//! the [profile](crate::channel::Channel::profile).
//!
//! # Example
//! ```
//! use webcare::channel::conformance::{Harness, Verdict, outbound};
//!
//! async fn check(harness: &dyn Harness) -> Verdict {
//!     outbound::the_same_key_sends_once(harness).await?;
//!     outbound::an_answer_keeps_its_audience(harness).await
//! }
//! ```

use super::inbound::AWKWARD;
use super::support::{
    answerable, both, failed, key, not_checked, not_kept, open, profile_of, reply, send,
};
use super::{Harness, Placed, Shortfall, Subject, Verdict};
use crate::channel::{Capability, Error, Receipt};
use crate::mention::Visibility;
use crate::reply::{Draft, Reply};

/// The profile is true and does not change.
///
/// # Errors
/// When it names a capability and there is no outbound side, or the other way round; when it
/// is another the second time; when there is neither side.
pub async fn the_profile_is_true(harness: &dyn Harness) -> Verdict {
    let subject = open(harness, Vec::new()).await?;
    let channel = subject.channel();
    let capabilities = channel.profile().capabilities();
    match channel.outbound() {
        Some(_) if capabilities.is_empty() => {
            return not_kept("there is an outbound side, and the profile names no capability");
        }
        None if !capabilities.is_empty() => {
            return not_kept(format!("there is no outbound side for {capabilities}"));
        }
        None if channel.inbound().is_none() => {
            return not_kept("there is neither an inbound nor an outbound side");
        }
        _ => {}
    }
    if subject.channel().profile() == &profile_of(harness).await? {
        Ok(())
    } else {
        not_kept("the profile is another the second time")
    }
}

/// An answer is placed as it is written, byte for byte.
///
/// # Errors
/// When another text stands there.
pub async fn an_answer_is_placed_as_it_is_written(harness: &dyn Harness) -> Verdict {
    let (subject, mention) = answerable(harness, None).await?;
    let reply = reply(subject.channel(), &mention, AWKWARD)?;
    must_send(&*subject, &reply, "answer-1").await?;
    let placed = the_only_one(&*subject).await?;
    if placed.text == AWKWARD {
        Ok(())
    } else {
        not_kept(format!("{AWKWARD:?} is placed as {:?}", placed.text))
    }
}

/// The longest text that the profile allows is taken.
///
/// # Errors
/// When it is refused.
pub async fn the_longest_text_is_taken(harness: &dyn Harness) -> Verdict {
    /// Beyond this a limit is a matter of the platform's storage.
    const PLENTY: usize = 100_000;

    let (subject, mention) = answerable(harness, None).await?;
    let channel = subject.channel();
    let audience = reply(channel, &mention, "a")?.audience();
    let limit = channel.profile().text_limit(audience);
    let most = limit.max().into_iter().chain(limit.max_bytes()).min();
    let Some(length) = most.filter(|length| *length <= PLENTY) else {
        return not_checked("there is no limit, or none that matters");
    };
    let reply = reply(channel, &mention, &"a".repeat(length))?;
    must_send(&*subject, &reply, "answer-1").await.map(drop)
}

/// An answer goes under its message.
///
/// # Errors
/// When it stands somewhere else.
pub async fn an_answer_goes_under_its_message(harness: &dyn Harness) -> Verdict {
    let (subject, mention) = answerable(harness, None).await?;
    let reply = reply(subject.channel(), &mention, "Dank je wel.")?;
    must_send(&*subject, &reply, "answer-1").await?;
    let found = the_only_one(&*subject).await?.in_reply_to;
    let expected = mention.external_id();
    if found.as_deref() == expected {
        Ok(())
    } else {
        not_kept(format!("an answer to {expected:?} stands under {found:?}"))
    }
}

/// An answer keeps its audience: a private one is never public.
///
/// # Errors
/// When others can read it.
pub async fn an_answer_keeps_its_audience(harness: &dyn Harness) -> Verdict {
    let capabilities = profile_of(harness).await?.capabilities();
    if capabilities.is_empty() {
        return not_checked("the channel cannot answer");
    }
    let mut asked = Vec::new();
    if capabilities.has(Capability::PrivateReply) {
        asked.push((Visibility::Private, false));
    }
    if capabilities.has(Capability::PrivateReplyToPublic) {
        asked.push((Visibility::Public, true));
    }
    if capabilities.has(Capability::PublicReply) {
        asked.push((Visibility::Public, false));
    }
    for (visibility, in_private) in asked {
        let (subject, mention) = answerable(harness, Some(visibility)).await?;
        let channel = subject.channel();
        let draft = Draft::to(&mention).text("Tussen ons gezegd.");
        let draft = if in_private { draft.in_private() } else { draft };
        let audience = draft.audience();
        let Ok(reply) = draft.fit(channel.profile().text_limit(audience)) else {
            return not_checked("the shortest answer is too long");
        };
        must_send(&*subject, &reply, "answer-1").await?;
        let found = the_only_one(&*subject).await?.audience;
        if found != audience {
            let about = mention.visibility();
            return not_kept(format!("a {audience} answer to a {about} message is {found}"));
        }
    }
    Ok(())
}

/// The same key sends once, however often it is tried.
///
/// # Errors
/// When it sends twice, or the second attempt fails for good.
pub async fn the_same_key_sends_once(harness: &dyn Harness) -> Verdict {
    let (subject, mention) = answerable(harness, None).await?;
    let reply = reply(subject.channel(), &mention, "Eenmaal.")?;
    must_send(&*subject, &reply, "answer-1").await?;
    must_send(&*subject, &reply, "answer-1").await?;
    once(&*subject).await
}

/// The same key sends once, also when two attempts are made at once.
///
/// # Errors
/// When both send, or neither succeeds.
pub async fn the_same_key_sends_once_at_once(harness: &dyn Harness) -> Verdict {
    if let Err(Shortfall::NotKept(why)) = the_same_key_sends_once(harness).await {
        return not_checked(format!("one after the other already: {why}"));
    }
    let (subject, mention) = answerable(harness, None).await?;
    let channel = subject.channel();
    let reply = reply(channel, &mention, "Eenmaal.")?;
    let key = key("answer-1")?;
    let (one, other) = both(send(channel, &reply, &key), send(channel, &reply, &key)).await;
    match (one, other) {
        (Ok(_), Ok(_)) => {}
        // One of two may be sent away to come again; then it has to find what was sent.
        (Ok(_), Err(error)) | (Err(error), Ok(_)) if error.is_retryable() => {
            must_send(&*subject, &reply, "answer-1").await?;
        }
        (Err(error), _) | (_, Err(error)) => {
            return not_kept(format!("two attempts at once, and one failed: {error}"));
        }
    }
    once(&*subject).await
}

/// The same key sends once, also after a restart.
///
/// # Errors
/// When it sends again.
pub async fn the_same_key_sends_once_after_a_restart(harness: &dyn Harness) -> Verdict {
    if let Err(Shortfall::NotKept(why)) = the_same_key_sends_once(harness).await {
        return not_checked(format!("without a restart already: {why}"));
    }
    let (mut subject, mention) = answerable(harness, None).await?;
    let reply = reply(subject.channel(), &mention, "Eenmaal.")?;
    must_send(&*subject, &reply, "answer-1").await?;
    subject.restart().await.map_err(failed("restarting"))?;
    must_send(&*subject, &reply, "answer-1").await?;
    once(&*subject).await
}

/// A replay says so: a later attempt gets the receipt of the first, marked.
///
/// # Errors
/// When it is not marked, the first one is, or it names something else.
pub async fn a_replay_says_so(harness: &dyn Harness) -> Verdict {
    let (subject, mention) = answerable(harness, None).await?;
    let reply = reply(subject.channel(), &mention, "Eenmaal.")?;
    let first = must_send(&*subject, &reply, "answer-1").await?;
    let second = must_send(&*subject, &reply, "answer-1").await?;
    if subject.placed().await.map_err(failed("looking"))?.len() != 1 {
        return not_checked("it was not sent once");
    }
    if first.is_replay() {
        return not_kept("the first attempt is called a replay");
    }
    if !second.is_replay() {
        return not_kept("the second attempt is not called a replay");
    }
    let (one, other) = (first.external_id(), second.external_id());
    if one == other { Ok(()) } else { not_kept(format!("it was {one}, and the replay is {other}")) }
}

/// A key stands for one answer: with another it is refused, and nothing is sent.
///
/// # Errors
/// When the other answer is sent, or the sender is told that it was.
pub async fn a_key_stands_for_one_answer(harness: &dyn Harness) -> Verdict {
    if let Err(Shortfall::NotKept(why)) = the_same_key_sends_once(harness).await {
        return not_checked(format!("the same answer already: {why}"));
    }
    let (subject, mention) = answerable(harness, None).await?;
    let channel = subject.channel();
    must_send(&*subject, &reply(channel, &mention, "Ja.")?, "answer-1").await?;
    match send(channel, &reply(channel, &mention, "Nee.")?, &key("answer-1")?).await {
        Err(Error::KeyReused { .. }) => once(&*subject).await,
        Err(other) => not_kept(format!("another answer is refused as something else: {other}")),
        Ok(_) => not_kept("another answer with the same key is taken"),
    }
}

/// Two keys send twice, even if the texts are the same.
///
/// # Errors
/// When one is missing.
pub async fn two_keys_send_twice(harness: &dyn Harness) -> Verdict {
    let (subject, mention) = answerable(harness, None).await?;
    let reply = reply(subject.channel(), &mention, "Nogmaals.")?;
    must_send(&*subject, &reply, "answer-1").await?;
    must_send(&*subject, &reply, "answer-2").await?;
    match subject.placed().await.map_err(failed("looking"))?.len() {
        2 => Ok(()),
        found => not_kept(format!("of two answers with two keys, {found} stand there")),
    }
}

/// The receipt names what was placed.
///
/// # Errors
/// When it names something else.
pub async fn the_receipt_names_what_was_placed(harness: &dyn Harness) -> Verdict {
    let (subject, mention) = answerable(harness, None).await?;
    let reply = reply(subject.channel(), &mention, "Dank je wel.")?;
    let receipt = must_send(&*subject, &reply, "answer-1").await?;
    let placed = the_only_one(&*subject).await?.external_id;
    if receipt.external_id() == placed {
        Ok(())
    } else {
        not_kept(format!("\"{placed}\" is called \"{}\"", receipt.external_id()))
    }
}

async fn must_send(subject: &dyn Subject, reply: &Reply, with: &str) -> Result<Receipt, Shortfall> {
    send(subject.channel(), reply, &key(with)?).await.map_err(failed("sending"))
}

async fn once(subject: &dyn Subject) -> Verdict {
    match subject.placed().await.map_err(failed("looking"))?.len() {
        1 => Ok(()),
        found => not_kept(format!("it stands there {found} times")),
    }
}

/// What was placed, or the last of it: whether it was placed once is for another check.
async fn the_only_one(subject: &dyn Subject) -> Result<Placed, Shortfall> {
    let placed = subject.placed().await.map_err(failed("looking"))?;
    match placed.into_iter().next_back() {
        Some(placed) => Ok(placed),
        None => not_kept("nothing was placed"),
    }
}
