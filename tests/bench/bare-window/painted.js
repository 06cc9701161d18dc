// The second frame's callback runs when the first has been handed to the screen.
requestAnimationFrame(() => requestAnimationFrame(() => (document.title = 'painted')));
