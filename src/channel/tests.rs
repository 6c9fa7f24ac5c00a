//! The checks before sending, and what the pieces of the stage promise.

use super::{
    Capabilities, Capability, Channel, Cursor, Error, IdempotencyKey, Inbound, InboundExt,
    MemoryChannel, Outbound, Outgoing, Page, Profile, ProfileBuilder, Receipt, ReplyWindow,
    Sending, Unreadable, send,
};
use crate::mention::{ChannelKind, Mention, MentionBuilder, Visibility};
use crate::reply::{Audience, Draft, Reply, TextLimit};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use pollster::block_on;

fn now() -> DateTime<Utc> {
    "2026-11-02T12:00:00Z".parse().unwrap()
}

fn key(text: &str) -> IdempotencyKey {
    IdempotencyKey::new(text).unwrap()
}

fn facebook() -> ProfileBuilder {
    Profile::builder(ChannelKind::Facebook)
        .account("Stadsbus")
        .capabilities(Capability::ALL.into_iter().collect())
        .text_limit(TextLimit::characters(100))
        .private_text_limit(TextLimit::characters(20).and_bytes(24))
        .reply_window(ReplyWindow::new(TimeDelta::hours(24)))
}

fn asked() -> MentionBuilder {
    Mention::builder("m-1")
        .external_id("77")
        .channel(ChannelKind::Facebook)
        .account("Stadsbus")
        .text("Komt lijn 4 nog?")
        .published_at(now())
}

fn answer(asked: MentionBuilder, text: &str) -> Reply {
    Draft::to(&asked.build().unwrap()).text(text).fit(TextLimit::none()).unwrap()
}

/// Sends `reply` at `now` and says what came of it; a refused one must reach nobody.
fn attempt(profile: ProfileBuilder, reply: &Reply, now: DateTime<Utc>) -> Result<(), String> {
    let channel = MemoryChannel::new(profile.build().unwrap());
    let key = key("k");
    let result = block_on(Sending::new(reply, &key, now).heard_at(now).by(&channel));
    assert_eq!(channel.sent().len(), usize::from(result.is_ok()));
    match result {
        Ok(receipt) => {
            assert_eq!(receipt.at(), Some(now));
            assert_eq!(channel.sent()[0].reply(), reply);
            assert_eq!(channel.sent()[0].receipt(), &receipt);
            assert_eq!(channel.sent()[0].key(), &key);
            Ok(())
        }
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn an_answer_goes_out_by_its_own_channel_and_account() {
    let reply = answer(asked(), "Ja.");
    assert_eq!(attempt(facebook(), &reply, now()), Ok(()));
    let refused = |answer: &str, channel: &str| {
        Err(format!("the answer is for {answer}, this channel is {channel}"))
    };
    let other = Profile::builder(ChannelKind::X).capability(Capability::PublicReply);
    let found = attempt(other, &reply, now());
    assert_eq!(found, refused("facebook Stadsbus", "x"));
    let found = attempt(facebook().account("Veerdienst"), &reply, now());
    assert_eq!(found, refused("facebook Stadsbus", "facebook Veerdienst"));
    let unknown = answer(Mention::builder("m-1").text("?"), "Ja.");
    assert_eq!(attempt(facebook(), &unknown, now()), refused("unknown", "facebook Stadsbus"));
    // What was found elsewhere names no account, and any account may answer it.
    let found = answer(Mention::builder("m-1").channel(ChannelKind::Facebook).text("?"), "Ja.");
    assert_eq!(attempt(facebook(), &found, now()), Ok(()));
    let any = Profile::builder(ChannelKind::Facebook).capability(Capability::PublicReply);
    assert_eq!(attempt(any, &reply, now()), Ok(()));
}

#[test]
fn the_channel_must_be_able_to_answer_to_that_audience() {
    let public = asked().build().unwrap();
    let private = asked().visibility(Visibility::Private).build().unwrap();
    let circle = asked().visibility(Visibility::from("group")).build().unwrap();
    let limit = TextLimit::none;
    for (reply, needed) in [
        (Draft::to(&public).text("Ja.").fit(limit()), Capability::PublicReply),
        (
            Draft::to(&public).text("Ja.").in_private().fit(limit()),
            Capability::PrivateReplyToPublic,
        ),
        (Draft::to(&private).text("Ja.").fit(limit()), Capability::PrivateReply),
        (Draft::to(&circle).text("Ja.").fit(limit()), Capability::PrivateReply),
        (
            Draft::to(&private).text("Ja.").in_public_although_private().fit(limit()),
            Capability::PublicReply,
        ),
    ] {
        let reply = reply.unwrap();
        for each in Capability::ALL {
            let able = facebook().capabilities(Capabilities::new().with(each));
            let expected = if each == needed {
                Ok(())
            } else {
                Err(format!("the channel cannot do this: {needed}"))
            };
            assert_eq!(attempt(able, &reply, now()), expected, "{reply:?}");
        }
        let none = facebook().capabilities(Capabilities::new());
        assert!(attempt(none, &reply, now()).is_err());
    }
}

#[test]
fn a_text_must_fit_its_audience() {
    let private = || asked().visibility(Visibility::Private);
    for (reply, expected) in [
        (answer(asked(), &"é".repeat(100)), Ok(())),
        (answer(asked(), &"é".repeat(101)), Err("too long: 101, at most 100")),
        (answer(private(), &"e".repeat(20)), Ok(())),
        (answer(private(), &"e".repeat(21)), Err("too long: 21, at most 20")),
        (answer(private(), &"é".repeat(12)), Ok(())),
        (answer(private(), &"é".repeat(13)), Err("too long: 26, at most 24")),
    ] {
        let found = attempt(facebook(), &reply, now());
        assert_eq!(found, expected.map_err(str::to_owned), "{}", reply.text());
    }
    let odd = answer(asked(), "Ja\u{fffe}");
    let x = facebook().text_limit(TextLimit::weighted(280));
    assert_eq!(
        attempt(x, &odd, now()),
        Err("refused: text: X refuses the character U+FFFE".to_owned())
    );
}

#[test]
fn a_window_counts_from_when_the_writer_was_last_heard() {
    let private = answer(asked().visibility(Visibility::Private), "Ja.");
    let public = answer(asked(), "Ja.");
    let day = TimeDelta::hours(24);
    let late = now() + day + TimeDelta::seconds(1);
    let try_at = |reply, heard_at: Option<DateTime<Utc>>, now| {
        let channel = MemoryChannel::new(facebook().build().unwrap());
        let key = key("k");
        let sending = Sending::new(reply, &key, now);
        let sending = heard_at.map_or(sending, |at| sending.heard_at(at));
        block_on(sending.by(&channel)).map(drop).map_err(|error| error.to_string())
    };
    let closed = "no answer is taken since 2026-11-03T12:00:00Z".to_owned();
    let unknown = "answers are taken for some time only: say when the writer was last heard";
    assert_eq!(try_at(&private, Some(now()), now() + day), Ok(()));
    assert_eq!(try_at(&private, Some(now()), late), Err(closed));
    assert_eq!(try_at(&private, Some(late - day), late), Ok(()));
    assert_eq!(try_at(&private, None, now()), Err(unknown.to_owned()));
    assert_eq!(try_at(&public, Some(now()), late), Ok(()));
    assert_eq!(try_at(&public, None, late), Ok(()));
}

#[test]
fn a_parent_without_an_identifier_of_the_platform_goes_by_the_hosts() {
    let channel = MemoryChannel::new(facebook().build().unwrap());
    let with = answer(asked(), "Ja.");
    let without = answer(Mention::builder("m-2").channel(ChannelKind::Facebook).text("?"), "Ja.");
    block_on(send(&channel, &with, &key("k-1"), now())).unwrap();
    block_on(send(&channel, &without, &key("k-2"), now())).unwrap();
    let parents: Vec<String> = channel.sent().iter().map(|sent| sent.parent().to_owned()).collect();
    assert_eq!(parents, ["77", "m-2"]);
}

/// A channel that says that there is more, and never moves on; and cannot send though it
/// says so.
#[derive(Debug)]
struct Stuck(Profile, Option<Cursor>);

impl Channel for Stuck {
    fn profile(&self) -> &Profile {
        &self.0
    }

    fn inbound(&self) -> Option<&dyn Inbound> {
        Some(self)
    }

    fn outbound(&self) -> Option<&dyn Outbound> {
        None
    }
}

#[async_trait]
impl Inbound for Stuck {
    async fn fetch(&self, _: Option<&Cursor>, _: usize) -> Result<Page, Error> {
        let page = Page::new().with_item(Unreadable::new("a", "b")).with_more(true);
        Ok(match &self.1 {
            Some(cursor) => page.with_next(cursor.clone()),
            None => page,
        })
    }
}

#[test]
fn what_reads_in_circles_is_called_broken() {
    for cursor in [None, Some(Cursor::new("here"))] {
        let stuck = Stuck(facebook().build().unwrap(), cursor);
        for from in [None, Some(Cursor::new("here")), Some(Cursor::new("there"))] {
            let error = block_on(stuck.fetch_all(from.as_ref(), 1)).unwrap_err();
            assert_eq!(
                error.to_string(),
                "the channel is broken: it says that there is more, and reads in circles"
            );
        }
    }
    let channel = MemoryChannel::new(facebook().build().unwrap());
    channel.push(asked().build().unwrap());
    assert!(block_on(channel.fetch_all(None, 0)).is_err());
}

#[test]
fn what_says_that_it_can_answer_and_cannot_is_called_broken() {
    let stuck = Stuck(facebook().build().unwrap(), None);
    let result = block_on(send(&stuck, &answer(asked(), "Ja."), &key("k"), now()));
    assert_eq!(
        result.unwrap_err().to_string(),
        "the channel is broken: its profile can answer, and it has no side to send by"
    );
}

/// A platform that tells its own time, or none.
#[derive(Debug)]
struct Clock(Profile, Option<DateTime<Utc>>);

impl Channel for Clock {
    fn profile(&self) -> &Profile {
        &self.0
    }

    fn inbound(&self) -> Option<&dyn Inbound> {
        None
    }

    fn outbound(&self) -> Option<&dyn Outbound> {
        Some(self)
    }
}

#[async_trait]
impl Outbound for Clock {
    async fn publish(&self, _: &Outgoing<'_>) -> Result<Receipt, Error> {
        let receipt = Receipt::new("1");
        Ok(match self.1 {
            Some(at) => receipt.with_time(at),
            None => receipt,
        })
    }
}

#[test]
fn a_receipt_has_the_time_of_the_platform_else_that_of_sending() {
    let theirs = now() + TimeDelta::seconds(3);
    for (told, expected) in [(Some(theirs), theirs), (None, now())] {
        let channel = Clock(facebook().build().unwrap(), told);
        let receipt = block_on(send(&channel, &answer(asked(), "Ja."), &key("k"), now()));
        assert_eq!(receipt.unwrap().at(), Some(expected));
    }
}

#[test]
fn the_profile_serves_as_the_limit_of_what_it_is_used_for() {
    let limit = |profile: ProfileBuilder| profile.build().unwrap().as_ref().max();
    let only = |capability| facebook().capabilities(Capabilities::new().with(capability));
    assert_eq!(limit(facebook()), Some(100));
    assert_eq!(limit(only(Capability::PublicReply)), Some(100));
    assert_eq!(limit(only(Capability::PrivateReply)), Some(20));
    let both = facebook().text_limit(TextLimit::characters(7)).build().unwrap();
    assert_eq!(both.text_limit(Audience::Private).max(), Some(7));
    assert_eq!(both.text_limit(Audience::Public).max(), Some(7));
    let usual = Profile::builder(ChannelKind::X).build().unwrap();
    for audience in [Audience::Public, Audience::Private] {
        let expected = TextLimit::of(&ChannelKind::X, audience);
        assert_eq!(usual.text_limit(audience), &expected);
    }
    assert_eq!(usual.reply_window(), None);
    assert!(facebook().account("").build().is_err());
}

#[test]
fn failures_come_in_order_and_before_anything_is_done() {
    let channel = MemoryChannel::new(facebook().build().unwrap());
    channel.push(asked().build().unwrap());
    channel.fail_next(Error::retry("one"));
    channel.fail_next(Error::sign_in("two"));
    let reply = answer(asked(), "Ja.");
    assert!(block_on(channel.fetch(None, 1)).unwrap_err().is_retryable());
    assert!(block_on(send(&channel, &reply, &key("k"), now())).unwrap_err().is_sign_in());
    assert!(channel.sent().is_empty());
    assert!(!block_on(send(&channel, &reply, &key("k"), now())).unwrap().is_replay());
}

#[test]
fn a_page_after_another_goes_on_where_that_ends() {
    let first = Page::new().with_item(Unreadable::new("a", "?")).with_next(Cursor::new("1"));
    let second = Page::new().with_items([Unreadable::new("b", "?")]).with_more(true);
    let both = first.clone().then(second.clone());
    assert_eq!((both.items().len(), both.next()), (2, Some(&Cursor::new("1"))));
    assert!(both.has_more());
    let both = second.then(first);
    assert_eq!(both.next(), Some(&Cursor::new("1")));
    assert!(!both.has_more());
    assert_eq!(both.into_items().len(), 2);
}
