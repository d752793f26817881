/**
 * The browser puts nothing into a page that came as mere text, unless this lets it: the built scripts, and the empty one
 * that React makes to fill. Runs first on every page, in the browser; browsers without Trusted Types go on without it.
 */
export const trustedScripts = `if(window.trustedTypes)trustedTypes.createPolicy("default",{createScriptURL:u=>new URL(u,location.origin).href.startsWith(location.origin+"/_next/static/")?u:null,createHTML:h=>/^<(script)><.\\1>$/.test(h)?h:null})`;
