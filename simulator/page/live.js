/** What the page shows, loaded anew whenever the simulator changes. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { subscribe } from './api.js';

/**
 * Loads with `ask(before)` after each change, and for another `key`. One load at a time; a change that comes meanwhile
 * causes one more afterwards, so the newest state always wins.
 */
export function useLive(ask, key, onError) {
	const [data, setData] = useState(undefined);
	const [live, setLive] = useState(false);
	const newest = useRef({});
	newest.current = { ask, onError };
	const kept = useRef(undefined);
	const running = useRef(false);
	const again = useRef(false);
	const load = useCallback(async () => {
		again.current = true;
		if (running.current) return;
		running.current = true;
		while (again.current) {
			again.current = false;
			try {
				kept.current = await newest.current.ask(kept.current);
				setData(kept.current);
			} catch (error) {
				newest.current.onError(error);
			}
		}
		running.current = false;
	}, []);
	useEffect(() => {
		load();
	}, [key]);
	useEffect(() => subscribe(load, setLive), []);
	return { data, live };
}
