//! The proof: the conformance suite opens fresh forums, and looks at what stands in them.

use super::forum::{Forum, Post};
use super::{ACCOUNT, Village};
use async_trait::async_trait;
use webcare::channel::conformance::{Harness, Placed, Subject, run_all};
use webcare::channel::{Channel, Error};
use webcare::mention::Mention;
use webcare::reply::Audience;

/// Runs the suite and prints what it found.
pub(crate) fn check() -> Result<(), String> {
    let report = pollster::block_on(run_all(&Villages));
    println!("{report}");
    if report.is_conformant() { Ok(()) } else { Err("the contract is not kept".to_owned()) }
}

struct Villages;

#[async_trait]
impl Harness for Villages {
    async fn open(&self, mentions: Vec<Mention>) -> Result<Box<dyn Subject>, Error> {
        let forum = Forum::default();
        for mention in &mentions {
            forum.add(post(mention));
        }
        Ok(Box::new(Opened(open(forum)?)))
    }
}

struct Opened(Village);

#[async_trait]
impl Subject for Opened {
    fn channel(&self) -> &dyn Channel {
        &self.0
    }

    async fn arrive(&self, mention: Mention) -> Result<(), Error> {
        self.0.forum.add(post(&mention));
        Ok(())
    }

    async fn arrive_unreadable(&self) -> Result<bool, Error> {
        self.0.forum.add(Post::default());
        Ok(true)
    }

    async fn placed(&self) -> Result<Vec<Placed>, Error> {
        let posts = self.0.forum.posts();
        let answers = posts.iter().enumerate().filter(|(_, post)| post.key.is_some());
        let placed = |(number, post): (usize, &Post)| Placed {
            external_id: number.to_string(),
            in_reply_to: post.under.map(|parent| parent.to_string()),
            audience: Audience::Public,
            text: post.text.clone(),
        };
        Ok(answers.map(placed).collect())
    }

    async fn restart(&mut self) -> Result<(), Error> {
        self.0 = open(self.0.forum.clone())?;
        Ok(())
    }
}

fn open(forum: Forum) -> Result<Village, Error> {
    Village::new(forum).map_err(|error| Error::refused(error.to_string()))
}

/// A mention as somebody would have written it on the forum.
fn post(mention: &Mention) -> Post {
    let ours = mention.direction().is_outbound();
    Post {
        by: if ours { ACCOUNT } else { mention.author().label() }.to_owned(),
        text: mention.text().to_owned(),
        at: mention.published_at().unwrap_or_default(),
        ..Post::default()
    }
}
