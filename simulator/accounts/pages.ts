import type { Consent } from '../state/accounts';
import type { Store } from '../state/store';
import type { Problem, Question } from './authorizeRequest';

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};
const safe = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const STYLE = `
	:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
	body { max-width: 30rem; margin: 8vh auto; padding: 0 1rem; }
	fieldset { border: 1px solid #8884; border-radius: 8px; margin: 1rem 0; }
	label, li { display: block; padding: .2rem 0; }
	ul { padding: 0; }
	code { font-size: .9em; overflow-wrap: anywhere; }
	button { font: inherit; padding: .4rem 1.2rem; border-radius: 6px; border: 1px solid #8886; cursor: pointer; }
	button.first { background: #3370ff; border-color: #3370ff; color: #fff; }`;

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title)}</title><style>${STYLE}</style></head><body><h1>${safe(title)}</h1>${body}</body></html>`;

const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${safe(value)}">`;

/** The platform's own error page names a number; the button does what the console would be opened for. */
export function problemPage({ code, words, unregistered }: Problem): string {
	const register = unregistered
		? `<p><code>${safe(unregistered.url)}</code></p><p>It is not among the redirect URLs of ${safe(unregistered.app.name)}.
			In the developer console: Security Settings, Redirect URLs.</p>
			<form method="post" action="/console/redirect-urls">${hidden('app_id', unregistered.app.app_id)}
			${hidden('url', unregistered.url)}<button>Add it in the console</button></form>`
		: '';
	return page('Authorization failed', `<p>Error code: <strong>${code}</strong></p><p>${safe(words)}</p>${register}`);
}

/** Everybody of the companies that the app is in, of whom one answers. */
export function questionPage(store: Store, { app, scopes }: Question, people: readonly { open_id: string }[]): string {
	const nameOf = (openId: string) => {
		const home = store.homeOf(openId);
		const { name = '', email = '' } = home?.contact.users.get(openId) ?? {};
		return `${name} (${email}${store.companies.size > 1 ? `, ${home?.companyName ?? ''}` : ''})`;
	};
	const choices = people.map(
		({ open_id: id }, index) =>
			`<label><input type="radio" name="open_id" value="${safe(id)}"${index === 0 ? ' checked' : ''}> ${safe(nameOf(id))}</label>`,
	);
	const asked = scopes.map((scope) => `<li><code>${safe(scope)}</code></li>`);
	return page(
		`${app.name} asks for your permission`,
		`<form method="post"><fieldset><legend>You are</legend>${choices.join('')}</fieldset>
		<p>The app will be able to:</p><ul>${asked.join('') || '<li>Know who you are</li>'}</ul>
		<button class="first" name="decision" value="allow">Authorize</button>
		<button name="decision" value="deny">Deny</button></form>`,
	);
}

/** What people have granted, to take it back. */
export function grantsPage(store: Store, consents: readonly Consent[]): string {
	const rows = consents.map((consent) => {
		const app = store.apps.get(consent.app_id);
		const person = store.homeOf(consent.open_id)?.contact.users.get(consent.open_id);
		return `<fieldset><legend>${safe(person?.name ?? '')}: ${safe(app?.name ?? consent.app_id)}</legend>
			<ul>${consent.scopes.map((scope) => `<li><code>${safe(scope)}</code></li>`).join('')}</ul>
			<form method="post">${hidden('app_id', consent.app_id)}${hidden('open_id', consent.open_id)}
			<button>Revoke</button></form></fieldset>`;
	});
	return page('Authorized apps', rows.join('') || '<p>No app is authorized.</p>');
}
