//! The contract of [`Inbound`](crate::channel::Inbound), sentence by sentence.
//!
//! # Example
//! ```
//! use webcare::channel::conformance::{Harness, Verdict, inbound};
//!
//! async fn check(harness: &dyn Harness) -> Verdict {
//!     inbound::every_mention_is_delivered(harness).await?;
//!     inbound::a_cursor_survives(harness).await
//! }
//! ```

use super::support::{
    build, builder, drain, failed, inbound, mentions, not_checked, not_kept, open, profile_of,
    texts,
};
use super::{Harness, Verdict};
use crate::channel::{Capability, Cursor, Error, Item, Page};
use crate::mention::{Direction, Mention, Sender, Thread, Visibility};

/// Every mention is delivered, at least once, whatever the limit.
///
/// # Errors
/// When one is missing.
pub async fn every_mention_is_delivered(harness: &dyn Harness) -> Verdict {
    let waiting = mentions(&profile_of(harness).await?, 7)?;
    for limit in [1, 3, 100] {
        let subject = open(harness, waiting.clone()).await?;
        let drained = drain(inbound(&*subject)?, None, limit).await?;
        drained.must_have(&texts(&waiting), &format!("with a limit of {limit}"))?;
    }
    Ok(())
}

/// Reading comes to an end: page after page, the channel moves on.
///
/// # Errors
/// When it still says that there is more after many more pages than there are mentions.
pub async fn reading_comes_to_an_end(harness: &dyn Harness) -> Verdict {
    let waiting = mentions(&profile_of(harness).await?, 5)?;
    for limit in [1, 2, 5, 100] {
        let subject = open(harness, waiting.clone()).await?;
        if !drain(inbound(&*subject)?, None, limit).await?.ended {
            return not_kept(format!(
                "with a limit of {limit} and 5 mentions waiting, there is always more"
            ));
        }
    }
    Ok(())
}

/// A page holds at most the limit, and nothing if that is 0.
///
/// # Errors
/// When it holds more.
pub async fn a_page_holds_at_most_the_limit(harness: &dyn Harness) -> Verdict {
    let subject = open(harness, mentions(&profile_of(harness).await?, 5)?).await?;
    for limit in [0, 1, 2, 4] {
        let page = inbound(&*subject)?.fetch(None, limit).await.map_err(failed("reading"))?;
        let found = page.items().len();
        if found > limit {
            return not_kept(format!("with a limit of {limit}, {found} items were delivered"));
        }
    }
    Ok(())
}

/// The order of a conversation is kept, within a page and from page to page.
///
/// # Errors
/// When a later message comes before an earlier one.
pub async fn the_order_of_a_conversation_is_kept(harness: &dyn Harness) -> Verdict {
    let profile = profile_of(harness).await?;
    let mut waiting = Vec::new();
    for number in 1..=6_u8 {
        let parent = (number > 1).then(|| format!("conformance-{}", number - 1));
        let root = Some("conformance-1".to_owned());
        let thread = Thread { id: Some("thread-1".to_owned()), root, parent, ..Thread::default() };
        waiting.push(build(builder(&profile, number).thread(thread))?);
    }
    for limit in [2, 100] {
        let subject = open(harness, waiting.clone()).await?;
        let drained = drain(inbound(&*subject)?, None, limit).await?;
        let mut last = None;
        for text in texts(&waiting) {
            // What comes a second time says nothing of the order.
            let first = drained.mentions().position(|mention| mention.text() == text);
            if first.is_some() && first < last {
                return not_kept(format!("\"{text}\" came before what was written earlier"));
            }
            last = first.or(last);
        }
    }
    Ok(())
}

/// The same cursor gives the same again: to read moves nothing.
///
/// # Errors
/// When something else comes.
pub async fn the_same_cursor_gives_the_same_again(harness: &dyn Harness) -> Verdict {
    let subject = open(harness, mentions(&profile_of(harness).await?, 6)?).await?;
    let inbound = inbound(&*subject)?;
    let first = inbound.fetch(None, 3).await.map_err(failed("reading"))?;
    let again = inbound.fetch(None, 3).await.map_err(failed("reading"))?;
    same(&first, &again, "from the beginning")?;
    let Some(cursor) = first.next() else {
        return not_kept("a page with mentions on it has no cursor");
    };
    let second = inbound.fetch(Some(cursor), 2).await.map_err(failed("reading"))?;
    let again = inbound.fetch(Some(cursor), 2).await.map_err(failed("reading"))?;
    same(&second, &again, "from a cursor")
}

fn same(once: &Page, again: &Page, whence: &str) -> Verdict {
    let text = |item: &Item| item.mention().map(|mention| mention.text().to_owned());
    let (once, again): (Vec<_>, Vec<_>) =
        (once.items().iter().map(text).collect(), again.items().iter().map(text).collect());
    if once == again {
        return Ok(());
    }
    not_kept(format!("read again {whence}, a page is another: first {once:?}, then {again:?}"))
}

/// A cursor survives being written, a restart, and what arrives meanwhile.
///
/// # Errors
/// When something after it is missing, or it is refused.
pub async fn a_cursor_survives(harness: &dyn Harness) -> Verdict {
    let profile = profile_of(harness).await?;
    let waiting = mentions(&profile, 6)?;
    let uninterrupted = open(harness, waiting.clone()).await?;
    let expected = drain(inbound(&*uninterrupted)?, None, 100).await?;
    let mut subject = open(harness, waiting).await?;
    let page = inbound(&*subject)?.fetch(None, 3).await.map_err(failed("reading"))?;
    let kept = page.next().map(|cursor| cursor.as_str().to_owned());

    let late = build(builder(&profile, 7))?;
    subject.arrive(late.clone()).await.map_err(failed("arriving"))?;
    subject.restart().await.map_err(failed("restarting"))?;

    let mut rest = drain(inbound(&*subject)?, kept.map(Cursor::new), 100).await?;
    rest.items.extend(page.into_items());
    // What is lost without a restart as well is for another check.
    let expected: Vec<&str> = expected.mentions().map(Mention::text).collect();
    rest.must_have(&expected, "after a restart")?;
    rest.must_have(&[late.text()], "after a restart, from a cursor that was there before it")
}

/// What arrives later is delivered from the last cursor of all.
///
/// # Errors
/// When it is not.
pub async fn what_arrives_later_is_delivered(harness: &dyn Harness) -> Verdict {
    let profile = profile_of(harness).await?;
    for before in [0, 2] {
        let subject = open(harness, mentions(&profile, before)?).await?;
        let inbound = inbound(&*subject)?;
        let mut cursor = drain(inbound, None, 100).await?.cursor;
        for number in [3, 4] {
            let late = build(builder(&profile, number))?;
            subject.arrive(late.clone()).await.map_err(failed("arriving"))?;
            let drained = drain(inbound, cursor, 100).await?;
            drained.must_have(&[late.text()], "when it arrived after all had been read")?;
            cursor = drained.cursor;
        }
    }
    Ok(())
}

/// A foreign cursor is refused, never taken for the beginning.
///
/// # Errors
/// When it is taken, or refused with another error than [`Error::BadCursor`].
pub async fn a_foreign_cursor_is_refused(harness: &dyn Harness) -> Verdict {
    let subject = open(harness, mentions(&profile_of(harness).await?, 2)?).await?;
    let inbound = inbound(&*subject)?;
    for text in ["", "nobody's cursor", "-1", "99999999999999999999:1", "\u{0}\u{1f6a2}"] {
        match inbound.fetch(Some(&Cursor::new(text)), 10).await {
            Err(Error::BadCursor { .. }) => {}
            Err(other) => {
                return not_kept(format!("{text:?} is refused as something else: {other}"));
            }
            Ok(_) => return not_kept(format!("{text:?} is taken for a cursor")),
        }
    }
    Ok(())
}

/// The same message keeps its identity, whenever it is read.
///
/// # Errors
/// When its identifier or its deduplication key changes.
pub async fn the_same_message_keeps_its_identity(harness: &dyn Harness) -> Verdict {
    let mut subject = open(harness, mentions(&profile_of(harness).await?, 3)?).await?;
    let first = drain(inbound(&*subject)?, None, 100).await?;
    let second = drain(inbound(&*subject)?, None, 1).await?;
    subject.restart().await.map_err(failed("restarting"))?;
    let third = drain(inbound(&*subject)?, None, 100).await?;
    for mention in first.mentions() {
        let later = second.mentions().chain(third.mentions());
        let same_text = later.filter(|later| later.text() == mention.text());
        for later in same_text {
            if later.id() != mention.id() || later.dedup_key() != mention.dedup_key() {
                let (was, is) = (mention.id(), later.id());
                return not_kept(format!("\"{}\" was {was}, and is {is}", mention.text()));
            }
        }
    }
    Ok(())
}

/// A mention says where it is from: its channel is the profile's kind, and its account, if
/// it has one, is the profile's.
///
/// # Errors
/// When it says something else.
pub async fn a_mention_says_where_it_is_from(harness: &dyn Harness) -> Verdict {
    let profile = profile_of(harness).await?;
    let subject = open(harness, mentions(&profile, 3)?).await?;
    for mention in drain(inbound(&*subject)?, None, 100).await?.mentions() {
        let (kind, expected) = (mention.channel(), profile.kind());
        if kind != expected {
            return not_kept(format!("the profile is of {expected}, a mention of {kind}"));
        }
        if let Some(account) = mention.account()
            && profile.account().is_some_and(|own| own != account)
        {
            return not_kept(format!("a mention is of the account {account}, the profile is not"));
        }
    }
    Ok(())
}

/// What is not public is never delivered as public.
///
/// # Errors
/// When it is.
pub async fn what_is_not_public_is_never_delivered_as_public(harness: &dyn Harness) -> Verdict {
    let profile = profile_of(harness).await?;
    if !profile.kind().is_conversation() && !profile.capabilities().has(Capability::PrivateReply) {
        return not_checked("the channel has no private messages");
    }
    let waiting = build(builder(&profile, 1).visibility(Visibility::Private))?;
    let subject = open(harness, vec![waiting]).await?;
    for mention in drain(inbound(&*subject)?, None, 100).await?.mentions() {
        if mention.visibility().is_public() {
            return not_kept("a private message is delivered as public");
        }
    }
    Ok(())
}

/// Our own messages are marked as outbound, if they are delivered at all.
///
/// # Errors
/// When one is delivered as a customer's.
pub async fn our_own_messages_are_marked(harness: &dyn Harness) -> Verdict {
    let profile = profile_of(harness).await?;
    let ours = builder(&profile, 2)
        .text("Ons eigen antwoord")
        .direction(Direction::Outbound(Sender::Agent(None)));
    let subject = open(harness, vec![build(builder(&profile, 1))?, build(ours)?]).await?;
    for mention in drain(inbound(&*subject)?, None, 100).await?.mentions() {
        if mention.text() == "Ons eigen antwoord" && !mention.direction().is_outbound() {
            return not_kept("a message of our own is delivered as a customer's");
        }
    }
    Ok(())
}

/// What a text may hold that is easily lost: accents composed and not, joined emoji, what
/// looks like markup, an escape or a blank, and line breaks.
pub(super) const AWKWARD: &str = "Crème bru\u{302}lée\u{a0}— 👩‍👩‍👧 <b>&amp;</b> \"ja\" \\n %20  \
     twee  spaties\nnieuwe regel @lotte_v #ov https://voorbeeld.nl/?a=1&b=2 … 🇧🇪.";

/// The text is untouched, byte for byte.
///
/// # Errors
/// When it is another.
pub async fn the_text_is_untouched(harness: &dyn Harness) -> Verdict {
    let profile = profile_of(harness).await?;
    let waiting = build(builder(&profile, 1).text(AWKWARD))?;
    let subject = open(harness, vec![waiting]).await?;
    let drained = drain(inbound(&*subject)?, None, 100).await?;
    match drained.mentions().find(|mention| mention.text() != AWKWARD) {
        Some(other) => not_kept(format!("{AWKWARD:?} is delivered as {:?}", other.text())),
        None => Ok(()),
    }
}

/// What cannot be read is reported, with its path, and the rest is delivered all the same.
///
/// # Errors
/// When it is passed over in silence, or takes others with it.
pub async fn what_cannot_be_read_is_reported(harness: &dyn Harness) -> Verdict {
    let profile = profile_of(harness).await?;
    let around: Vec<Mention> = mentions(&profile, 2)?;
    for limit in [1, 100] {
        let subject = open(harness, around.iter().take(1).cloned().collect()).await?;
        let inbound = inbound(&*subject)?;
        if !subject.arrive_unreadable().await.map_err(failed("arriving"))? {
            return not_checked("the harness has nothing that cannot be read");
        }
        for mention in around.iter().skip(1) {
            subject.arrive(mention.clone()).await.map_err(failed("arriving"))?;
        }
        let drained = drain(inbound, None, limit).await?;
        drained.must_have(&texts(&around), "beside something that cannot be read")?;
        let Some(unreadable) = drained.items.iter().find_map(Item::unreadable) else {
            return not_kept("something that cannot be read is passed over in silence");
        };
        if unreadable.path().is_empty() || unreadable.message().is_empty() {
            return not_kept("it is not said where and why something cannot be read");
        }
    }
    Ok(())
}
