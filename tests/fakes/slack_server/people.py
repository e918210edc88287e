"""auth, team, users, bots, reactions: who is who."""

from __future__ import annotations

from tests.fakes.slack_server.call import Call, Handler
from tests.fakes.slack_server.nouns import Json, User
from tests.fakes.slack_server.params import flag, required, text_of
from tests.fakes.slack_server.refusal import SlackRefusal


def auth_test(call: Call) -> Json:
    """auth.test: whose token this is."""
    team = call.team
    body: Json = {
        "url": f"https://{team.domain}.slack.com/",
        "team": team.name,
        "user": call.state.user(team.id, call.who.user).name,
        "team_id": team.id,
        "user_id": call.who.user,
        "is_enterprise_install": False,
    }
    return body | ({"bot_id": team.bot_id} if call.who.kind == "bot" else {})


def team_info(call: Call) -> Json:
    """team.info."""
    call.need_any("team:read")
    team = call.team
    return {"team": {"id": team.id, "name": team.name, "domain": team.domain, "email_domain": "", "icon": {}}}


def profile(user: User, *, locale: bool) -> Json:
    """The user object; the locale only on request, like Slack."""
    body: Json = {
        "id": user.id,
        "team_id": user.team,
        "name": user.name,
        "deleted": user.deleted,
        "real_name": user.real_name,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": user.tz_offset,
        "profile": {"real_name": user.real_name, "display_name": user.name, "team": user.team},
        "is_admin": user.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": user.is_restricted,
        "is_ultra_restricted": False,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "updated": 0,
    }
    return body | ({"locale": user.locale} if locale else {})


def user_info(call: Call) -> Json:
    """users.info: also of who comes from another workspace into a shared channel."""
    call.need_any("users:read")
    id_ = required(call.params, "user")
    shared = any(id_ in one.members for one in call.state.channels.values() if one.team == call.who.team)
    user = call.state.users[id_] if shared else call.state.user(call.who.team, id_)
    return {"user": profile(user, locale=flag(call.params, "include_locale"))}


def user_list(call: Call) -> Json:
    """users.list."""
    call.need_any("users:read")
    locale = flag(call.params, "include_locale")
    mine = [user for user in call.state.users.values() if user.team == call.who.team]
    return {
        "members": [profile(user, locale=locale) for user in mine],
        "cache_ts": int(call.state.clock.seconds()),
        "response_metadata": {"next_cursor": ""},
    }


def bot_info(call: Call) -> Json:
    """bots.info: our own bot."""
    call.need_any("users:read")
    team = call.team
    if text_of(call.params, "bot") not in {"", team.bot_id}:
        raise SlackRefusal("bot_not_found")
    name = call.state.user(team.id, team.bot_user).real_name
    bot = {"id": team.bot_id, "deleted": False, "name": name, "app_id": call.state.app.id}
    return {"bot": bot | {"user_id": team.bot_user, "icons": {}}}


def add_reaction(call: Call) -> Json:
    """reactions.add."""
    call.need_any("reactions:write")
    channel = call.state.visible(call.who.team, required(call.params, "channel"), call.who.user)
    message = call.state.message(channel.id, required(call.params, "timestamp"))
    if message is None:
        raise SlackRefusal("message_not_found")
    users = message.reactions.setdefault(required(call.params, "name"), [])
    if call.who.user in users:
        raise SlackRefusal("already_reacted")
    users.append(call.who.user)
    return {}


def groups(call: Call) -> Json:
    """usergroups.list."""
    call.need_any("usergroups:read")
    mine = call.state.groups.items()
    return {"usergroups": [{"id": key, "handle": handle, "name": handle} for key, handle in mine]}


HANDLERS: dict[str, Handler] = {
    "auth.test": auth_test,
    "team.info": team_info,
    "users.info": user_info,
    "users.list": user_list,
    "bots.info": bot_info,
    "reactions.add": add_reaction,
    "usergroups.list": groups,
}
