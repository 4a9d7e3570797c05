/** The chosen chat: its head, its messages, and the composer. */
import { html } from 'htm/preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { addReaction, clickCard, sendText } from '../api.js';
import { conversation } from '../conversation.js';
import { dayKey, dayName } from '../format.js';
import { Composer } from './composer.js';
import { messageView } from './message.js';

const NEAR_END_PX = 80;

/** Stays at the newest message until the person scrolls up; a new chat, and a message of one's own, go to the end again. */
function useStickToEnd(chatId, count) {
	const log = useRef(null);
	const atEnd = useRef(true);
	const lastTop = useRef(0);
	const follow = () => {
		if (atEnd.current && log.current) log.current.scrollTop = log.current.scrollHeight;
	};
	const toEnd = () => {
		atEnd.current = true;
		follow();
	};
	useLayoutEffect(toEnd, [chatId]);
	useLayoutEffect(follow, [count]);
	// Images, players and cards grow after they are placed, and so does the window.
	useEffect(() => {
		const observer = new ResizeObserver(follow);
		for (const box of [log.current, log.current.firstElementChild]) observer.observe(box);
		return () => observer.disconnect();
	}, [chatId]);
	const onScroll = ({ currentTarget: box }) => {
		const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
		// What grows below must not count as scrolling up.
		if (near || box.scrollTop < lastTop.current) atEnd.current = near;
		lastTop.current = box.scrollTop;
	};
	return { log, onScroll, toEnd };
}

function useDark() {
	const query = useMemo(() => matchMedia('(prefers-color-scheme: dark)'), []);
	const [dark, setDark] = useState(query.matches);
	useEffect(() => {
		const update = () => setDark(query.matches);
		query.addEventListener('change', update);
		return () => query.removeEventListener('change', update);
	}, [query]);
	return dark;
}

export function Conversation({ chat, state, directory, onError, onToast }) {
	const talk = useMemo(() => conversation(state.messages, chat.chat_id), [state.messages, chat.chat_id]);
	const [chosen, setChosen] = useState(undefined);
	const [answering, setAnswering] = useState(undefined);
	useEffect(() => setAnswering(undefined), [chat.chat_id]);
	const dark = useDark();
	const { log, onScroll, toEnd } = useStickToEnd(chat.chat_id, talk.main.length);
	const writers = directory.writers(chat);
	const self = writers.some((person) => person.id === chosen) ? chosen : writers[0]?.id;
	const onReact = async (message, emojiType) => {
		try {
			await addReaction(message.message_id, self, emojiType);
		} catch (error) {
			onError(`The reaction was not added: ${error.message}`);
		}
	};
	const onCardAction = useCallback(
		async (message, action) => {
			const { timeZone: timezone } = Intl.DateTimeFormat().resolvedOptions();
			try {
				const { toast, error } = await clickCard(message.message_id, self, { ...action, timezone });
				if (error) onToast({ type: 'error', content: `${error.msg}. Code: ${error.code}` });
				else if (toast) onToast(toast);
			} catch (error) {
				onError(`The click was not sent: ${error.message}`);
			}
		},
		[self, onError, onToast],
	);
	const onFollowUp = async (_message, words) => {
		try {
			await sendText(chat.chat_id, self, words);
			toEnd();
		} catch (error) {
			onError(`The message was not sent: ${error.message}`);
		}
	};
	const env = { directory, talk, dark, self, onReact, onReply: setAnswering, onCardAction, onFollowUp };
	const people =
		chat.chat_type === 'p2p'
			? 'Private chat'
			: `${chat.members.length} ${chat.members.length === 1 ? 'member' : 'members'}${chat.bot_in_chat === false ? ', without the bot' : ' and the bot'}`;
	const days = talk.main.map(
		(message, index) => index === 0 || dayKey(message.create_time) !== dayKey(talk.main[index - 1].create_time),
	);
	return html`<main class="conversation" aria-label=${directory.chatTitle(chat)}>
		<header class="conversation-head"><h2>${directory.chatTitle(chat)}</h2><span class="muted" title=${chat.members.map(directory.personName).join(', ')}>${people}</span><code class="muted">${chat.chat_id}</code></header>
		<div class="log" ref=${log} onScroll=${onScroll} role="log" aria-label="Messages" tabindex="0">
			<div class="log-inner">
				${talk.main.map((message, index) => html`${days[index] && html`<div class="day" key=${`day-${message.message_id}`}>${dayName(message.create_time)}</div>`}${messageView(message, env)}`)}
				${talk.main.length === 0 && html`<p class="empty">No messages yet.</p>`}
			</div>
		</div>
		<${Composer} key=${chat.chat_id} chat=${chat} directory=${directory} self=${self} onSelf=${setChosen} answering=${answering} onAnswering=${setAnswering} onSent=${toEnd} onError=${onError} />
	</main>`;
}
