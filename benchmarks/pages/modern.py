"""Layouts of sites that were built in the last ten years."""

from __future__ import annotations

from benchmarks.pages.stories import Story

RELATED = (
    "Storm closes harbour for two days", "Ten walks for the autumn holidays", "Who decides about the new school?",
    "Library opens on Sundays", "Bakers warn of dear flour",
)  # fmt: skip


def paragraphs(story: Story, mark: str = "") -> str:
    return "".join(f"<p{mark}>{text}</p>" for text in story.body)


def cards(tag: str = "h3") -> str:
    return "".join(
        f'<div class="card"><a href="/{n}"><{tag}>{title}</{tag}></a></div>'
        for n, title in enumerate(RELATED)
    )


def semantic(story: Story) -> str:
    """HTML as the books teach it."""
    return f"""<header><a href="/">The Meridian</a><nav><ul><li><a href="/news">News</a><li><a href="/sport">Sport</a></ul></nav>
</header><main><article><header><h1>{story.title}</h1><p class="byline">By {story.author},
<time datetime="{story.published.isoformat()}">{story.published:%d %B %Y}</time></p></header>{paragraphs(story)}</article>
<aside><h2>More news</h2>{cards()}</aside></main><footer><p>© The Meridian. All rights reserved. Contact, imprint, terms.</p></footer>"""


def wordpress(story: Story) -> str:
    """A theme with widgets, share buttons, an author's box and comments."""
    comments = "".join(
        f'<li class="comment"><div class="comment-body"><p>I do not think that this is right, number {n}.</p></div></li>'
        for n in range(6)
    )
    return f"""<div id="page"><div id="masthead"><h1 class="site-title"><a href="/">Valley Herald</a></h1></div><div id="content">
<div id="primary"><article id="post-881" class="post hentry"><h2 class="entry-title">{story.title}</h2>
<div class="entry-meta">Posted on <a href="#"><time class="entry-date published" datetime="{story.published.isoformat()}">
{story.published:%B %d, %Y}</time></a> by <span class="author vcard">{story.author}</span></div>
<div class="entry-content">{paragraphs(story)}<div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul><li>Facebook<li>X</ul></div>
</div><div class="author-box"><p>{story.author} has written for the Herald since 2014 and lives in the valley with two dogs.</p></div>
</article><div id="comments"><h3>6 thoughts</h3><ol>{comments}</ol></div></div><div id="secondary" class="widget-area">
<section class="widget"><h2>Recent posts</h2>{cards("span")}</section></div></div></div>"""


def utility_classes(story: Story) -> str:
    """Class names that mean nothing, no article element."""
    body = paragraphs(story, ' class="mb-4 text-lg leading-7"')
    return f"""<div class="min-h-screen"><div class="flex px-4 py-2"><a class="font-bold" href="/">northwire</a>
<div class="ml-auto flex gap-2"><a href="/a">World</a><a href="/b">Money</a><button>Sign in</button></div></div>
<div class="max-w-2xl mx-auto"><div class="text-4xl font-black" role="heading" aria-level="1">{story.title}</div>
<div class="flex text-sm"><span>{story.author}</span><span>{story.published:%b %d, %Y · %H:%M}</span><span>4 min read</span></div>
{body}</div><div class="grid grid-cols-3 mt-12">{cards()}</div></div>"""


def newspaper(story: Story) -> str:
    """Inserts between the paragraphs: a newsletter, related articles, a picture, a quotation drawn out."""
    head, rest = story.body[:3], story.body[3:]
    return f"""<div class="topbar">Subscribe from 1 a month</div><div class="wrap"><div class="story"><h1 class="headline">{story.title}</h1>
<div class="standfirst-meta"><span class="by">{story.author}</span> <span class="date" data-ts="{int(story.published.timestamp())}">
{story.published:%A, %d %B %Y}</span></div><figure><img src="a.jpg" alt=""><figcaption>The scene on Monday. Photo: agency</figcaption>
</figure><div class="story-body">{"".join(f"<p>{text}</p>" for text in head)}<div class="newsletter-promo"><h4>Our morning letter</h4>
<p>All that matters, at six o'clock in your mailbox. You can leave at any time.</p><form><input><button>Send</button></form></div>
{"".join(f"<p>{text}</p>" for text in rest[:2])}<aside class="related-inline"><h4>Read also</h4>{cards("p")}</aside>
{"".join(f"<p>{text}</p>" for text in rest[2:])}</div></div><div class="most-read"><h2>Most read</h2>{cards()}</div></div>"""


def sections_soup(story: Story) -> str:
    """Each paragraph in a block of its own, as editors of blocks write them."""
    blocks = "".join(
        f'<div class="blk blk--text" data-id="{n}"><div><p>{text}</p></div></div>'
        for n, text in enumerate(story.body)
    )
    return f"""<div id="app"><div class="hd"><a href="/">Kurier</a></div><div class="ct"><h1>{story.title}</h1><div class="info">
{story.published:%d.%m.%Y} | {story.author}</div>{blocks}<div class="blk blk--ad"><p>Advertisement</p></div></div>
<div class="rec">{cards()}</div><div class="ft"><p>Imprint · Privacy · Cookies</p></div></div>"""


def hydrated(story: Story) -> str:
    """A page drawn on the server, with its state behind it in a script."""
    state = '{"props":{"pageProps":{"nav":["a","b"],"flags":{"x":true}}}}'
    return f"""<div id="__next"><main class="Article_root__x1"><h1 class="Article_title__9s">{story.title}</h1>
<div class="Byline_b__2">By <a href="/p">{story.author}</a></div><div class="Body_body__4">{paragraphs(story)}</div></main>
<section class="Rail_rail__7">{cards()}</section></div><script id="__NEXT_DATA__" type="application/json">{state}</script>"""


def cookie_banner(story: Story) -> str:
    """A consent box before everything."""
    return f"""<div class="cmp" role="dialog"><h2>We value your privacy</h2><p>We and our 812 partners store cookies on your device to
show personal advertising, measure what you read and improve our offers. You may refuse.</p><button>Accept all</button>
<button>Settings</button></div><div class="page"><div class="post"><h1>{story.title}</h1><div class="published">{story.published:%d %b %Y}</div>
{paragraphs(story)}</div></div>"""


def subheads(story: Story) -> str:
    """A kicker, a lead in bold, headings between the paragraphs."""
    first, *rest = story.body
    parts = "".join(
        f"<h2>{'What it means' if n == 1 else 'How it goes on'}</h2><p>{t}</p>"
        if n in {1, 4}
        else f"<p>{t}</p>"
        for n, t in enumerate(rest)
    )
    return f"""<main><div class="kicker">Region</div><h1>{story.title}</h1><p class="lead"><strong>{first}</strong></p>
<p class="meta">{story.author} – {story.published:%d/%m/%Y}</p>{parts}</main><footer>© Regio</footer>"""


MODERN = {
    "semantic": semantic,
    "wordpress": wordpress,
    "utility classes": utility_classes,
    "newspaper": newspaper,
    "blocks": sections_soup,
    "hydrated": hydrated,
    "cookie banner": cookie_banner,
    "subheads": subheads,
}
