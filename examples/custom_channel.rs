//! How to connect a platform of your own: the forum of a village, from nothing to an answer.
//!
//! `cargo run --example custom_channel`; with `--features conformance` it also checks that
//! the channel keeps to the contract. The platform itself is `custom_channel/forum.rs`, what
//! the checks need `custom_channel/harness.rs`.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

#[path = "custom_channel/forum.rs"]
mod forum;
#[cfg(feature = "conformance")]
#[path = "custom_channel/harness.rs"]
mod harness;

use async_trait::async_trait;
use forum::{Forum, Post};
use webcare::channel::{
    Capability, Channel, Cursor, Error, IdempotencyKey, Inbound, InboundExt, Item, Outbound,
    Outgoing, Page, Profile, Receipt, Unreadable, send,
};
use webcare::desk::Desk;
use webcare::mention::{Author, ChannelKind, Direction, Mention, Sender, Thread};
use webcare::reply::{Draft, Sign, Signature};

const ACCOUNT: &str = "gemeente";

// 1. The channel: what it is, and which sides it has.

#[derive(Debug)]
struct Village {
    profile: Profile,
    forum: Forum,
}

impl Village {
    fn new(forum: Forum) -> Result<Self, webcare::Error> {
        let profile = Profile::builder(ChannelKind::Forum).account(ACCOUNT);
        Ok(Self { profile: profile.capability(Capability::PublicReply).build()?, forum })
    }
}

impl Channel for Village {
    fn profile(&self) -> &Profile {
        &self.profile
    }

    fn inbound(&self) -> Option<&dyn Inbound> {
        Some(self)
    }

    fn outbound(&self) -> Option<&dyn Outbound> {
        Some(self)
    }
}

// 2. Reading: a post becomes a mention. What cannot be read is reported in its place.

#[async_trait]
impl Inbound for Village {
    async fn fetch(&self, cursor: Option<&Cursor>, limit: usize) -> Result<Page, Error> {
        let posts = self.forum.posts();
        let start = cursor.map_or(Ok(0), |cursor| {
            let read = cursor.as_str().parse().ok().filter(|read| *read <= posts.len());
            read.ok_or_else(|| Error::bad_cursor(cursor, "expected how many posts were read"))
        })?;
        let end = start.saturating_add(limit).min(posts.len());
        let items = posts.iter().enumerate().take(end).skip(start).map(item);
        let page = Page::new().with_items(items).with_next(Cursor::new(end.to_string()));
        Ok(page.with_more(end < posts.len()))
    }
}

fn item((number, post): (usize, &Post)) -> Item {
    if post.by.is_empty() {
        return Unreadable::new(format!("posts[{number}].by"), "expected a name").into();
    }
    let ours = post.by == ACCOUNT;
    let thread = post.under.map(|parent| Thread::reply_to(parent.to_string()));
    let mention = Mention::builder(format!("forum-{number}"))
        .external_id(number.to_string())
        .channel(ChannelKind::Forum)
        .account(ACCOUNT)
        .author(Author::named(post.by.as_str()))
        .direction(if ours { Direction::Outbound(Sender::Unknown) } else { Direction::Inbound })
        .thread(thread.unwrap_or_default())
        .published_at(post.at)
        .text(post.text.as_str());
    match mention.build() {
        Ok(mention) => mention.into(),
        Err(error) => Unreadable::new(format!("posts[{number}]"), error.to_string()).into(),
    }
}

// 3. Sending: the checks are done; the key says whether it was sent before.

#[async_trait]
impl Outbound for Village {
    async fn publish(&self, outgoing: &Outgoing<'_>) -> Result<Receipt, Error> {
        let (parent, key, at) = (outgoing.parent(), outgoing.key(), outgoing.at());
        let under = Some(parent.parse().map_err(|_| Error::not_found(parent))?);
        let (by, text) = (ACCOUNT.to_owned(), outgoing.reply().text().to_owned());
        let answer = Post { by, text, at, under, key: Some(key.as_str().to_owned()) };
        let (number, standing, is_replay) = self.forum.place(answer.clone());
        if (standing.text, standing.under) != (answer.text, answer.under) {
            return Err(Error::KeyReused { key: key.clone() });
        }
        let receipt = Receipt::new(number.to_string()).with_time(standing.at);
        Ok(if is_replay { receipt.replayed() } else { receipt })
    }
}

// 4. The host: read, judge, answer, sign, send; and read on from where it was.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let village = Village::new(Forum::in_november())?;
    let desk = Desk::builder().build()?;
    let now = "2026-11-02T08:17:00Z".parse()?;
    let signature = Signature::of("Ruben de Leeuw")?;

    let page = pollster::block_on(village.fetch_all(None, 50))?;
    page.unreadable().for_each(|unreadable| println!("not read   {unreadable}"));
    for mention in page.mentions().filter(|mention| !mention.direction().is_outbound()) {
        println!("{:<10} {}", mention.author().label(), mention.text());
        let triage = desk.triage(mention, now);
        let intent = triage.classification().intent().label().map_or("?", |label| label.as_str());
        println!("  judged    {intent}, goes to {}", triage.decision().queue());

        let draft = Draft::to(mention).text("Dank je, we geven het door aan de buitendienst.");
        let reply = draft.sign(&signature)?.fit(village.profile())?;
        let key = IdempotencyKey::new(format!("answer-to-{}", mention.id()))?;
        for _attempt in 1..=2 {
            let receipt = pollster::block_on(send(&village, &reply, &key, now))?;
            let was = if receipt.is_replay() { "there was" } else { "placed   " };
            println!("  {was} post {}: {}", receipt.external_id(), reply.text());
        }
    }
    for ours in pollster::block_on(village.fetch_all(page.next(), 50))?.mentions() {
        let signed = Sign::find_in(ours.text()).ok_or("an answer without a sign")?;
        println!("read back  {}, signed by {}", ours.direction(), signed.sign());
    }
    #[cfg(feature = "conformance")]
    harness::check()?;
    Ok(())
}
