//! A channel that can be broken in one way at a time, so that the suite itself is tested.

use super::{Harness, Placed, Subject};
use crate::channel::{
    Capability, Channel, Cursor, Error, IdempotencyKey, Inbound, Item, Outbound, Outgoing, Page,
    Profile, ProfileBuilder, Receipt, Unreadable,
};
use crate::mention::{ChannelKind, Mention};
use crate::reply::{Audience, TextLimit};
use async_trait::async_trait;
use serde_json::Value;
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::sync::{Arc, Mutex};
use std::task::Poll;

/// One way to be broken, and the check that is there for it.
macro_rules! faults {
    ($($fault:ident => $check:literal),+ $(,)?) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Fault {
            None,
            $($fault),+
        }

        pub(super) const FAULTS: &[(Fault, &str)] = &[$((Fault::$fault, $check)),+];
    };
}

faults! {
    LosesOne => "every_mention_is_delivered",
    NeverEnds => "reading_comes_to_an_end",
    IgnoresTheLimit => "a_page_holds_at_most_the_limit",
    ReversesAPage => "the_order_of_a_conversation_is_kept",
    KeepsItsOwnPlace => "the_same_cursor_gives_the_same_again",
    ForgetsCursors => "a_cursor_survives",
    EndsForGood => "what_arrives_later_is_delivered",
    TakesAnyCursor => "a_foreign_cursor_is_refused",
    PanicsAtACursor => "a_foreign_cursor_is_refused",
    RenamesWhatItReads => "the_same_message_keeps_its_identity",
    SaysItIsAForum => "a_mention_says_where_it_is_from",
    TellsSecrets => "what_is_not_public_is_never_delivered_as_public",
    TakesOursForTheirs => "our_own_messages_are_marked",
    TidiesTexts => "the_text_is_untouched",
    HidesTheUnreadable => "what_cannot_be_read_is_reported",
    TripsOverTheUnreadable => "what_cannot_be_read_is_reported",
    DeniesItCanAnswer => "the_profile_is_true",
    CutsTexts => "an_answer_is_placed_as_it_is_written",
    TakesLessThanItSays => "the_longest_text_is_taken",
    ForgetsTheParent => "an_answer_goes_under_its_message",
    AnswersInPublic => "an_answer_keeps_its_audience",
    IgnoresKeys => "the_same_key_sends_once",
    LooksBeforeItWaits => "the_same_key_sends_once_at_once",
    ForgetsKeys => "the_same_key_sends_once_after_a_restart",
    HidesReplays => "a_replay_says_so",
    TrustsTheKeyAlone => "a_key_stands_for_one_answer",
    MergesEqualTexts => "two_keys_send_twice",
    MakesUpReceipts => "the_receipt_names_what_was_placed",
}

/// What a platform keeps, also when our program stops.
#[derive(Debug, Default)]
struct Platform {
    items: Vec<Item>,
    placed: Vec<(IdempotencyKey, String, Placed)>,
    keys: BTreeMap<IdempotencyKey, usize>,
    place: usize,
    renamed: usize,
}

/// The channel that is broken by `fault`, and otherwise right.
#[derive(Debug)]
struct Broken {
    fault: Fault,
    profile: Profile,
    platform: Arc<Mutex<Platform>>,
    /// What the channel keeps in memory, if it is wrong to do so.
    cursors: Mutex<Vec<usize>>,
    keys: Mutex<BTreeMap<IdempotencyKey, usize>>,
}

pub(super) struct BrokenBy(pub(super) Fault);

struct Opened {
    fault: Fault,
    channel: Broken,
}

impl Broken {
    fn new(fault: Fault, platform: Arc<Mutex<Platform>>) -> Self {
        let profile = Profile::builder(ChannelKind::X)
            .account("@stadsbus")
            .text_limit(TextLimit::characters(280));
        let profile = if fault == Fault::DeniesItCanAnswer {
            profile
        } else {
            Capability::ALL.into_iter().fold(profile, ProfileBuilder::capability)
        };
        let profile = profile.build().unwrap();
        Self { fault, profile, platform, cursors: Mutex::default(), keys: Mutex::default() }
    }

    fn position(&self, cursor: &Cursor, count: usize) -> Result<usize, Error> {
        if self.fault == Fault::ForgetsCursors {
            let index = cursor.as_str().strip_prefix('c').and_then(|text| text.parse().ok());
            let known =
                index.and_then(|index: usize| self.cursors.lock().unwrap().get(index).copied());
            return known.ok_or_else(|| Error::bad_cursor(cursor, "it is not in the table"));
        }
        match cursor.as_str().parse() {
            Ok(position) if position <= count => Ok(position),
            _ if self.fault == Fault::TakesAnyCursor => Ok(0),
            _ if self.fault == Fault::PanicsAtACursor => panic!("what a cursor is this"),
            _ => Err(Error::bad_cursor(cursor, "expected a number")),
        }
    }

    fn cursor(&self, position: usize, at_end: bool) -> Cursor {
        match self.fault {
            Fault::ForgetsCursors => {
                let mut cursors = self.cursors.lock().unwrap();
                cursors.push(position);
                Cursor::new(format!("c{}", cursors.len() - 1))
            }
            Fault::EndsForGood if at_end => Cursor::new("closed"),
            Fault::NeverEnds if at_end => Cursor::new("0"),
            _ => Cursor::new(position.to_string()),
        }
    }

    /// A mention as this channel delivers it.
    fn seen(&self, mention: &Mention, renamed: &mut usize) -> Mention {
        let mut json = serde_json::to_value(mention).unwrap();
        let mut set = |key: &str, value: &str| json[key] = Value::from(value);
        match self.fault {
            Fault::RenamesWhatItReads => {
                *renamed += 1;
                set("id", &format!("new-{renamed}"));
                set("external_id", &format!("new-{renamed}"));
            }
            Fault::SaysItIsAForum => set("channel", "forum"),
            Fault::TellsSecrets => set("visibility", "public"),
            Fault::TakesOursForTheirs => set("direction", "inbound"),
            Fault::TidiesTexts => {
                let words: Vec<&str> = mention.text().split_whitespace().collect();
                set("text", &words.join(" "));
            }
            _ => {}
        }
        serde_json::from_value(json).unwrap()
    }
}

impl Channel for Broken {
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

#[async_trait]
impl Inbound for Broken {
    async fn fetch(&self, cursor: Option<&Cursor>, limit: usize) -> Result<Page, Error> {
        let count = self.platform.lock().unwrap().items.len();
        if self.fault == Fault::EndsForGood && cursor.is_some_and(|c| c.as_str() == "closed") {
            return Ok(Page::new());
        }
        let mut start = cursor.map_or(Ok(0), |cursor| self.position(cursor, count))?;
        let mut platform = self.platform.lock().unwrap();
        if self.fault == Fault::KeepsItsOwnPlace {
            start = platform.place;
        }
        let limit = if self.fault == Fault::IgnoresTheLimit { usize::MAX } else { limit };
        let read: Vec<Item> = platform.items.iter().skip(start).take(limit).cloned().collect();
        let end = start + read.len();
        platform.place = end;

        let mut items = Vec::new();
        for item in read {
            match item {
                Item::Mention(mention) => {
                    if self.fault == Fault::LosesOne && mention.text() == "Bericht 5" {
                        continue;
                    }
                    items.push(Item::Mention(self.seen(&mention, &mut platform.renamed)));
                }
                unreadable => match self.fault {
                    Fault::HidesTheUnreadable => {}
                    Fault::TripsOverTheUnreadable => return Err(Error::refused("bad payload")),
                    _ => items.push(unreadable),
                },
            }
        }
        if self.fault == Fault::ReversesAPage {
            items.reverse();
        }
        let more = end < platform.items.len() || self.fault == Fault::NeverEnds;
        let next = self.cursor(end, end == platform.items.len());
        Ok(Page::new().with_items(items).with_next(next).with_more(more))
    }
}

#[async_trait]
impl Outbound for Broken {
    async fn publish(&self, outgoing: &Outgoing<'_>) -> Result<Receipt, Error> {
        let (reply, key) = (outgoing.reply(), outgoing.key());
        if self.fault == Fault::TakesLessThanItSays && reply.text().chars().count() > 270 {
            return Err(Error::TooLong { length: reply.text().chars().count(), limit: 270 });
        }
        let before = {
            let platform = self.platform.lock().unwrap();
            let index = match self.fault {
                Fault::IgnoresKeys => None,
                Fault::ForgetsKeys => self.keys.lock().unwrap().get(key).copied(),
                Fault::MergesEqualTexts if !platform.keys.contains_key(key) => {
                    platform.placed.iter().position(|(_, text, _)| text == reply.text())
                }
                _ => platform.keys.get(key).copied(),
            };
            index.map(|index| platform.placed[index].clone())
        };
        if let Some((_, text, placed)) = before {
            if text != reply.text() && self.fault != Fault::TrustsTheKeyAlone {
                return Err(Error::KeyReused { key: key.clone() });
            }
            let receipt = Receipt::new(self.receipt(placed.external_id));
            let marked = self.fault != Fault::HidesReplays;
            return Ok(if marked { receipt.replayed() } else { receipt });
        }
        if self.fault == Fault::LooksBeforeItWaits {
            yield_once().await;
        }

        let mut platform = self.platform.lock().unwrap();
        let index = platform.placed.len();
        let cut = if self.fault == Fault::CutsTexts { 40 } else { usize::MAX };
        let open = self.fault == Fault::AnswersInPublic;
        let placed = Placed {
            external_id: format!("answer-{index}"),
            in_reply_to: (self.fault != Fault::ForgetsTheParent)
                .then(|| outgoing.parent().to_owned()),
            audience: if open { Audience::Public } else { reply.audience() },
            text: reply.text().chars().take(cut).collect(),
        };
        let receipt = Receipt::new(self.receipt(placed.external_id.clone()));
        platform.placed.push((key.clone(), reply.text().to_owned(), placed));
        platform.keys.insert(key.clone(), index);
        self.keys.lock().unwrap().insert(key.clone(), index);
        Ok(receipt)
    }
}

impl Broken {
    fn receipt(&self, external_id: String) -> String {
        if self.fault == Fault::MakesUpReceipts { "ok".to_owned() } else { external_id }
    }
}

/// Lets others go first, once.
async fn yield_once() {
    let mut yielded = false;
    poll_fn(|context| {
        if yielded {
            return Poll::Ready(());
        }
        yielded = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

#[async_trait]
impl Harness for BrokenBy {
    async fn open(&self, mentions: Vec<Mention>) -> Result<Box<dyn Subject>, Error> {
        let items = mentions.into_iter().map(Item::from).collect();
        let platform = Platform { items, ..Platform::default() };
        let channel = Broken::new(self.0, Arc::new(Mutex::new(platform)));
        Ok(Box::new(Opened { fault: self.0, channel }))
    }
}

#[async_trait]
impl Subject for Opened {
    fn channel(&self) -> &dyn Channel {
        &self.channel
    }

    async fn arrive(&self, mention: Mention) -> Result<(), Error> {
        self.channel.platform.lock().unwrap().items.push(mention.into());
        Ok(())
    }

    async fn arrive_unreadable(&self) -> Result<bool, Error> {
        let unreadable = Unreadable::new("data[1].text", "expected a text, found 7");
        self.channel.platform.lock().unwrap().items.push(unreadable.into());
        Ok(true)
    }

    async fn placed(&self) -> Result<Vec<Placed>, Error> {
        let platform = self.channel.platform.lock().unwrap();
        Ok(platform.placed.iter().map(|(.., placed)| placed.clone()).collect())
    }

    async fn restart(&mut self) -> Result<(), Error> {
        self.channel = Broken::new(self.fault, Arc::clone(&self.channel.platform));
        Ok(())
    }
}
