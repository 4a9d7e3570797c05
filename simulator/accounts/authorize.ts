import { defineRoute } from '../gateway/route';
import type { Platform } from '../gateway/platform';
import type { Result } from '../platform/envelope';
import { text } from '../platform/validate';
import type { User } from '../state/contact';
import { answeredAddress, isProblem, type Problem, type Question, readPerson, readQuestion } from './authorizeRequest';
import type { Fields } from './fields';
import { consent, revoke } from './grants';
import { grantsPage, problemPage, questionPage } from './pages';

const ASKED = {
	client_id: text(),
	response_type: text(),
	redirect_uri: text(),
	scope: text(),
	state: text(),
	code_challenge: text(),
	code_challenge_method: text(),
	prompt: text(),
};

const PAGE = '/open-apis/authen/v1/authorize';
const GRANTS = '/authorized-apps';

const formOf = (raw: Buffer): Fields => Object.fromEntries(new URLSearchParams(raw.toString('utf8')));

const refused = (problem: Problem): Result => ({ page: problemPage(problem), http: 400 });

/** Those who may be asked: everybody who has not left, of the companies that have the app. */
function peopleFor({ store }: Platform, { app }: Question): User[] {
	return [...store.companies.values()]
		.filter((company) => company.installOf(app) !== undefined)
		.flatMap(({ contact }) => [...contact.users.values()])
		.filter(({ is_resigned: left }) => !left);
}

/** Where a person's answer leads, or why there is none. */
export function decide(
	platform: Platform,
	query: Fields,
	{ open_id: openId, decision }: { open_id?: string; decision?: string },
): { location: string } | Problem {
	const question = readQuestion(platform, query);
	if (isProblem(question)) return question;
	if (decision === 'deny') return { location: answeredAddress(question, { error: 'access_denied' }) };
	const user = readPerson(platform, question.app, openId);
	if (isProblem(user)) return user;
	return { location: answeredAddress(question, { code: consent(platform, question.app, user, question) }) };
}

/** Pages of the accounts host, which people see in a browser. */
export const accountPages = [
	defineRoute({
		method: 'GET',
		path: PAGE,
		auth: 'none',
		query: ASKED,
		handle({ platform, query }) {
			const question = readQuestion(platform, query);
			if (isProblem(question)) return refused(question);
			return { page: questionPage(platform.store, question, peopleFor(platform, question)) };
		},
	}),
	defineRoute({
		method: 'POST',
		path: PAGE,
		auth: 'none',
		query: ASKED,
		handle({ platform, query, raw }) {
			const decided = decide(platform, query, formOf(raw));
			return isProblem(decided) ? refused(decided) : decided;
		},
	}),
	defineRoute({
		method: 'GET',
		path: GRANTS,
		auth: 'none',
		handle: ({ platform: { store } }) => ({ page: grantsPage(store, store.accounts.consents()) }),
	}),
	defineRoute({
		method: 'POST',
		path: GRANTS,
		auth: 'none',
		handle({ platform, raw }) {
			const { app_id: appId, open_id: openId } = formOf(raw);
			const app = platform.store.apps.get(appId ?? '');
			const user = platform.store.homeOf(openId ?? '')?.contact.users.get(openId ?? '');
			if (app && user) revoke(platform, app, user);
			return { location: GRANTS };
		},
	}),
	/** A button of the error page does what a developer would do in the console. */
	defineRoute({
		method: 'POST',
		path: '/console/redirect-urls',
		auth: 'none',
		handle({ platform: { store }, raw, referer }) {
			const { app_id: appId, url } = formOf(raw);
			const app = store.apps.get(appId ?? '');
			if (app?.redirect_urls && url) app.redirect_urls = [...app.redirect_urls, url];
			return { location: referer ?? GRANTS };
		},
	}),
];
