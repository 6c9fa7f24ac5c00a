//! The suite, run by the channel in memory, and by channels that are broken on purpose.

use super::broken::{BrokenBy, FAULTS, Fault};
use super::{CHECKS, Harness, Outcome, Placed, Report, Shortfall, Subject, run_all};
use crate::channel::{
    Capabilities, Capability, Channel, Error, MemoryChannel, Profile, ReplyWindow, Unreadable,
};
use crate::mention::{ChannelKind, Mention};
use crate::reply::TextLimit;
use async_trait::async_trait;
use chrono::TimeDelta;
use pollster::block_on;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How a channel in memory is held: as it is, or by way of a trait object.
type Hold = fn(Arc<MemoryChannel>) -> Box<dyn Channel>;

struct Memory(Profile, Hold);

struct Opened {
    memory: Arc<MemoryChannel>,
    channel: Box<dyn Channel>,
}

#[async_trait]
impl Harness for Memory {
    async fn open(&self, mentions: Vec<Mention>) -> Result<Box<dyn Subject>, Error> {
        let memory = Arc::new(MemoryChannel::new(self.0.clone()));
        for mention in mentions {
            memory.push(mention);
        }
        let channel = (self.1)(Arc::clone(&memory));
        Ok(Box::new(Opened { memory, channel }))
    }
}

#[async_trait]
impl Subject for Opened {
    fn channel(&self) -> &dyn Channel {
        &*self.channel
    }

    async fn arrive(&self, mention: Mention) -> Result<(), Error> {
        self.memory.push(mention);
        Ok(())
    }

    async fn arrive_unreadable(&self) -> Result<bool, Error> {
        self.memory.push(Unreadable::new("item", "expected a mention, found a cat"));
        Ok(true)
    }

    async fn placed(&self) -> Result<Vec<Placed>, Error> {
        let placed = |sent: &crate::channel::Sent| Placed {
            external_id: sent.receipt().external_id().to_owned(),
            in_reply_to: Some(sent.parent().to_owned()),
            audience: sent.reply().audience(),
            text: sent.reply().text().to_owned(),
        };
        Ok(self.memory.sent().iter().map(placed).collect())
    }

    async fn restart(&mut self) -> Result<(), Error> {
        Ok(()) // the memory is what a platform would be
    }
}

pub(in crate::channel) fn profiles() -> Vec<Profile> {
    let private = Capabilities::new().with(Capability::PrivateReply);
    let public = Capabilities::new().with(Capability::PublicReply);
    [
        Profile::builder(ChannelKind::News),
        Profile::builder(ChannelKind::Forum).capabilities(public),
        Profile::builder(ChannelKind::X)
            .account("@stadsbus")
            .capabilities(Capability::ALL.into_iter().collect()),
        Profile::builder(ChannelKind::WhatsApp)
            .account("+31 20 555 0100")
            .capabilities(private)
            .reply_window(ReplyWindow::new(TimeDelta::hours(24))),
        Profile::builder(ChannelKind::Other("dorpsplein".to_owned()))
            .capability(Capability::PrivateReplyToPublic)
            .text_limit(TextLimit::characters(300)),
    ]
    .into_iter()
    .map(|profile| profile.build().unwrap())
    .collect()
}

#[test]
fn the_channel_in_memory_keeps_the_contract() {
    for profile in profiles() {
        let kind = profile.kind().clone();
        let report = block_on(run_all(&Memory(profile, |memory| Box::new(memory))));
        assert!(report.is_conformant(), "{kind}\n{report}");
    }
}

#[test]
fn so_it_does_behind_a_box_a_reference_and_a_count() {
    let holds: [Hold; 4] = [
        |memory| Box::new(Box::new(memory) as Box<dyn Channel>),
        |memory| Box::new(memory as Arc<dyn Channel>),
        |memory| {
            let forever: &'static dyn Channel = Box::leak(Box::new(memory));
            Box::new(forever)
        },
        |memory| Box::new(Arc::new(Box::new(memory as Arc<dyn Channel>))),
    ];
    let profile = profiles().swap_remove(2);
    for hold in holds {
        let report = block_on(run_all(&Memory(profile.clone(), hold)));
        assert!(report.is_conformant(), "{report}");
        assert_eq!(report.not_checked().count(), 0, "{report}");
    }
}

fn names<'a>(outcomes: impl Iterator<Item = &'a Outcome>) -> Vec<&'static str> {
    outcomes.map(Outcome::name).collect()
}

#[test]
fn what_is_not_broken_passes_every_check() {
    let report = block_on(run_all(&BrokenBy(Fault::None)));
    assert!(report.is_conformant(), "{report}");
    assert_eq!(names(report.not_checked()), Vec::<&str>::new());
    assert_eq!(report.outcomes().len(), CHECKS.len());
}

#[test]
fn each_broken_channel_is_caught_by_the_check_for_it_and_no_other() {
    for (fault, check) in FAULTS {
        let report = block_on(run_all(&BrokenBy(*fault)));
        assert_eq!(names(report.not_kept()), [*check], "{fault:?}\n{report}");
    }
}

#[test]
fn for_each_check_there_is_a_broken_channel() {
    let checks: BTreeSet<&str> = CHECKS.iter().map(|check| check.name).collect();
    let caught: BTreeSet<&str> = FAULTS.iter().map(|(_, check)| *check).collect();
    assert_eq!(checks.len(), CHECKS.len(), "two checks have one name");
    assert_eq!(checks, caught);
}

#[test]
fn a_panic_is_reported_with_what_was_said() {
    let report = block_on(run_all(&BrokenBy(Fault::PanicsAtACursor)));
    let outcome = report.not_kept().next().unwrap();
    let why = outcome.verdict().unwrap_err().to_string();
    assert_eq!(why, "it panicked: what a cursor is this");
}

#[test]
fn a_harness_that_fails_counts_against_the_channel() {
    struct NoServer;

    #[async_trait]
    impl Harness for NoServer {
        async fn open(&self, _: Vec<Mention>) -> Result<Box<dyn Subject>, Error> {
            Err(Error::retry("the test server is down"))
        }
    }

    let report = block_on(run_all(&NoServer));
    assert!(!report.is_conformant());
    assert_eq!(report.not_kept().count() + report.not_checked().count(), CHECKS.len());
}

#[test]
fn a_report_names_each_check_and_sums_up() {
    let report = Report::new(vec![
        Outcome::new("a_page_holds_at_most_the_limit", Ok(())),
        Outcome::new("two_keys_send_twice", Err(Shortfall::NotKept("1 stands there".to_owned()))),
        Outcome::new("a_replay_says_so", Err(Shortfall::NotChecked("no answers".to_owned()))),
    ]);
    assert_eq!(
        report.to_string(),
        "kept         a page holds at most the limit\n\
         NOT KEPT     two keys send twice: 1 stands there\n\
         not checked  a replay says so: no answers\n\
         1 kept, 1 not kept, 1 not checked"
    );
    assert!(!report.is_conformant());
}
