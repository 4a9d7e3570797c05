/** The address of the page has the form that spreadsheets have on the platform, so that it can be pasted where one is asked for. */
import { useEffect, useState } from 'preact/hooks';

/** {token, sheet_id} of `/sheets/TOKEN?sheet=ID`; what is not there is undefined. */
export function readAddress({ pathname, search }) {
	const token = /^\/sheets\/([^/]+)/.exec(pathname)?.[1];
	return { token: token && decodeURIComponent(token), sheet_id: new URLSearchParams(search).get('sheet') ?? undefined };
}

export function addressOf({ token, sheet_id: sheet }) {
	if (!token) return '/sheets';
	return `/sheets/${encodeURIComponent(token)}${sheet ? `?${new URLSearchParams({ sheet })}` : ''}`;
}

/** [where the page is, to go elsewhere]; the browser's own way back works. */
export function useAddress() {
	const [address, setAddress] = useState(() => readAddress(location));
	useEffect(() => {
		const update = () => setAddress(readAddress(location));
		addEventListener('popstate', update);
		return () => removeEventListener('popstate', update);
	}, []);
	return [
		address,
		(next) => {
			history.pushState(null, '', addressOf(next));
			setAddress(next);
		},
	];
}
