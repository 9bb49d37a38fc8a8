// In a frame it gives way to the notice, which runs in a process of its own: a page may have hundreds of frames, and whoever
// frames this page could have people press its buttons.
if (window.top === window) void import("./page.tsx");
else location.replace(`/notice.html${location.search}${location.hash}`);
