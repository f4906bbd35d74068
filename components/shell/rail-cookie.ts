/** Read by the server, so that the rail has its width in the first paint. Value: "collapsed". */
export const railCookie = 'rail'
export const railCollapsed = 'collapsed'
