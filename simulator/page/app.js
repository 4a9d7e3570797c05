/** The chat page: keeps the simulator's state and draws it. */
import { html, render } from 'htm/preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { getNewestDelivery, getState } from './api.js';
import { ChatList } from './components/chat-list.js';
import { Conversation } from './components/conversation-view.js';
import { StatusStrip } from './components/status-strip.js';
import { Toast } from './components/toast.js';
import { useLive } from './live.js';
import { directory as makeDirectory } from './people.js';
import { shareState } from './share.js';

const load = async (before) => {
	const state = await getState();
	const delivery = await getNewestDelivery(state.apps);
	return { state: shareState(before?.state, state), delivery };
};

/** The chosen chat lives in the address, so that a reload and a link keep it. */
function useChatInAddress() {
	const read = () => decodeURIComponent(location.hash.slice(1));
	const [chatId, setChatId] = useState(read);
	useEffect(() => {
		const update = () => setChatId(read());
		addEventListener('hashchange', update);
		return () => removeEventListener('hashchange', update);
	}, []);
	return [
		chatId,
		(id) => {
			location.hash = encodeURIComponent(id);
		},
	];
}

function App() {
	const [problem, setProblem] = useState('');
	const [toast, setToast] = useState(undefined);
	const { data, live } = useLive(load, '', (error) => setProblem(`The chats could not be loaded: ${error.message}`));
	const [wanted, select] = useChatInAddress();
	const directory = useMemo(
		() => data && makeDirectory(data.state),
		[data?.state.users, data?.state.apps, data?.state.chats],
	);
	if (!data) return html`<p class="loading" role="status">${problem || 'Loading the chats…'}</p>`;
	const { state, delivery } = data;
	const chat = state.chats.find(({ chat_id }) => chat_id === wanted) ?? newestChat(state);
	return html`
		<${StatusStrip} here="/" apps=${state.apps} delivery=${delivery} live=${live} />
		<${ChatList} state=${state} directory=${directory} selected=${chat?.chat_id} onSelect=${select} />
		${chat ? html`<${Conversation} chat=${chat} state=${state} directory=${directory} onError=${setProblem} onToast=${setToast} />` : html`<main class="conversation"><p class="empty">There are no chats.</p></main>`}
		<${Toast} toast=${toast} onGone=${() => setToast(undefined)} />
		${problem && html`<div class="problem" role="alert">${problem}<button type="button" onClick=${() => setProblem('')} aria-label="Dismiss">×</button></div>`}`;
}

/** The chat of the newest message, or the first chat. */
function newestChat(state) {
	const last = state.messages[state.messages.length - 1];
	return state.chats.find(({ chat_id }) => chat_id === last?.chat_id) ?? state.chats[0];
}

const root = document.getElementById('app');
root.replaceChildren();
render(html`<${App} />`, root);
