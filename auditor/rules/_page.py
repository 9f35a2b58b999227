"""Lines of web pages, each as part of a verbose expression without regard to case."""

# Whole lines that belong to a page, not to an article.
LINES = r"""
you\ (?:may|might)\ also\ (?:like|be\ interested\ in)(?:\ these)? | leave\ a\ (?:comment|reply)
| (?:post|add|write)\ a\ comment | (?:\d+\ )?comments?(?:\ \(\d+\))? | no\ comments(?:\ yet)?
| related\ (?:articles?|news|posts?|stories|topics|content)
| read\ (?:more|also|next|full\ (?:article|story))(?::.*)?
| see\ also(?::.*)? | also\ read(?::.*)? | recommended(?:\ (?:for\ you|articles|reading))?
| most\ (?:read|popular|viewed|shared)(?:\ (?:news|articles|stories))? | trending(?:\ now)?
| share(?:\ (?:this(?:\ (?:article|story|post|news|on.*))?|on\ \w+|via\ .*|it))?(?:\ share)*
| follow\ us(?:\ on\ .*)? | subscribe(?:\ (?:to|now|for)\b.*)? | sign\ (?:up|in)(?:\ .*)?
| (?:click|tap)\ here(?:\ .*)? | advertis(?:ement|ing) | sponsored(?:\ content)? | ads?\ by\ .*
| (?:previous|next)\ (?:article|post|story) | back\ to\ (?:top|home|the\ news) | load\ more
| print(?:\ this(?:\ page)?)? | e-?mail\ this(?:\ article)? | copy\ link | skip\ to\ content
| all\ rights\ reserved\.? | ©.* | copyright\ .* | terms\ (?:of|and)\ .* | privacy\ policy
| (?:responsible\ |duty\ |managing\ )?editor(?:\ in\ charge)?\s*:.{0,40}
| (?:photo|image|foto|picture)(?:graph)?(?:\ credit)?\s*(?::|by|©|/).{0,60}
| (?:source|via)\s*:\s*\S.{0,30} | tags?\s*:.* | keywords\s*:.* | filed\ under.*
| (?:published|posted|updated|last\ updated|created)(?:\ (?:on|at|by))?\s*:?\s*[\d(].{0,40}
| \d+\ (?:second|minute|min|hour|day|week|month|year)\ ?(?:s|\(\ ?s\ ?\))?\ ago
| \d+\ min(?:ute)?s?\ read | (?:reading\ time|views?|hits|likes)\s*:?\s*\d+ | \d+\ (?:views|likes)
| newsletter | home\ ?[>»/].* | (?:accept|manage)\ (?:all\ )?cookies | javascript\ .{0,40}
| title\ of\ the\ (?:sheet|page|card)\s*:?.{0,10} | news\ (?:code|id|number)\s*:?\s*\d+
| (?:watch|play|see)\ (?:the\ )?(?:full\ )?video(?:\ below)? | download\ (?:the|our)\ app.*
| (?:continue|keep)\ reading.* | (?:story|article|news)\ continues\ (?:below|after)\b.*
| (?:learn|find\ out|see|show|view|load)\ (?:more|less|all)(?:\ (?:news|articles|photos|comments))?
| (?:more|other|latest|last|similar|popular|all|top|hot|daily)\ (?:news|stories|headlines|articles)
| (?:more\ |read\ |also\ |material\ |news\ |in\ (?:the\ same|this)\ )(?:on|about)\ (?:the|
  this)\ (?:topic|subject)(?::.*)?
| (?:by|on)\ (?:the|this)\ (?:topic|subject)(?::.*)? | in\ the\ same\ (?:section|category)
| don['’]t\ miss(?:\ it)?
| (?:photo|picture|image|video)\ ?(?:gallery|news)? | in\ (?:pictures|photos)
| editor['’]?s?['’]?\ (?:picks?|choice)
| report\ (?:an?\ )?(?:error|mistake|typo)(?:\ .{0,40})? | send\ (?:to\ a\ friend|by\ e-?mail|news)
| (?:printable|print|mobile|full)\ version | (?:text|font)\ size(?::.*)? | (?:small|large)er\ text
| (?:author|text|writer|written\ by|reporter|correspondent|translat(?:or|ed\ by)|journalist|
  photographer)\s?:\s?\S.{0,40}
| (?:publication|release|creation|added|update|date)\s?(?:date|time|
  of\ publication)?\s?:\s?[\d\w].{0,30}\d.{0,12}
| (?:category|section|rubric|heading|topics?|themes?|label|hashtags?|subject|region|location|
  place)s?\s?:\s?\S.{0,50}
| (?:number\ of\ )?(?:views|reads|readings|comments|shares)\s?:?\s?[\d.,]+(?:\ ?k)?
| viewed\s?:?\s?\d.{0,20}
| (?:join|subscribe\ to|follow)\ (?:us|our)\b.{0,60}
| (?:telegram|whatsapp|youtube)\ (?:channel|group)(?:\ .{0,30})?
| (?:(?:facebook|twitter|x|whatsapp|telegram|instagram|linkedin|pinterest|viber|vk|e-?mail|print|
  copy\ link|messenger|
  reddit|tumblr|google\+?|odnoklassniki|skype)[\s,|/·•]*){2,}
| (?:\#[\w-]+[\s,]*){2,} | (?:log|sign)\ ?in(?:\s*[/|]\s*(?:register|sign\ ?up))? | register(?:\ now)?
| your\ e-?mail\ address\ will\ not\ be\ published.* | required\ fields\ are\ marked.*
| (?:write|enter)\ your\ (?:comment|email).*
| loading(?:\ .{0,20})? | (?:go\ )?to\ the\ (?:main|home|front)\ ?page | (?:main|home|front)\ ?page
| search(?:\ .{0,15})?\.\.\.
| (?:we\ use|this\ (?:site|website)\ uses)\ cookies.* | (?:turn|switch)\ on\ notifications.*
| enable\ notifications.*
| (?:[0-3]?\d[./-][01]?\d[./-](?:20)?\d\d|20\d\d[./-][01]?\d[./-][0-3]?\d)
  (?:[\s,|-]{1,3}[0-2]?\d[.:][0-5]\d(?::\d\d)?)?
| [0-2]?\d:[0-5]\d(?:[\s,|-]{1,3}[0-3]?\d[./-][01]?\d[./-](?:20)?\d\d)?
| (?:news\ )?(?:id|no|code)\s?[:.]\s?\d{3,}
| (?:archive|archival|illustrative|illustration|file|stock|symbol(?:ic)?|representative)\ (?:photo|image|
  picture|footage)s?(?:\s?[/:|].{0,40})?
| screenshot(?:\s?[/:|]\s?.{0,40})? | publicity | ads? | tags? | keywords | related | hashtags?
| (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day[,\s]+)?(?:[0-3]?\d\.?\ (?:jan|feb|mar|apr|may|jun|jul|aug|
  sep|oct|nov|dec)[a-z]*\.?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\ [0-3]?\d),?\ 20\d\d
  [\s,|–-]{1,4}(?:at\ )?[0-2]?\d[.:][0-5]\d(?::\d\d)?(?:\ ?[ap]\.?m\.?)?(?:\ [a-z+\d]{2,6})?
| [0-2]?\d[.:][0-5]\d[\s,|–-]{1,4}(?:[0-3]?\d\.?\ (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|
  (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\ [0-3]?\d),?(?:\ 20\d\d)?
| last\ (?:update|modified|modification|edit(?:ed)?|change)d?\s?:?\s?.{0,40}\d.{0,20}
| \d+\ minutes?\ (?:reading|to\ read|of\ reading) | reading\ time\s?:?\s?\d+\ min.{0,10}
| [(\[](?:responsible\ |duty\ |managing\ )?editors?\s*:.{0,40}[)\]]
| end\ of\ (?:message|news|text|the\ (?:message|news|text)) | end/
| click\ (?:for|to|on)\ .{3,50} | (?:watch|listen|read|video)\s?: | (?:you\ can\ )?follow\ (?:us|our)\ .{0,60}
| add\ to\ (?:favou?rites|bookmarks) | listen(?:\ to\ (?:the|this)\ (?:article|news|story|text))?
| a\+\ ?[/|]?\ ?a- | (?:home|main|front)\ ?page\ ?[>»/|].*
| (?:news|home|economy|sports?|world|politics|society|culture|business|agenda|local|regions?|health|life|
  incidents|technology|science|current)(?:\ ?[>»/|]\ ?[a-z][a-z&\ -]{2,25}){1,3}
| (?:breaking|economy|economic|sports?|world|political|local|agenda|health|magazine|current)\ news
| last\ minute(?:\ news)? | (?:code\ for\ )?embed(?:ding|ded)?(?:\ (?:code|from)\b.{0,40})?
| code\ for\ embedding
| (?:the\ )?link\ (?:has\ been\ )?copied.{0,20} | short\ link\s?:?.{0,60}
| (?:reproduction|copying|reprinting|use\ of\ (?:the\ )?materials)\b.{0,60}(?:prohibited|permi(?:ssion|tted)|
  allowed|link|source).{0,20}
| \#\w+ | if\ you\ (?:find|found|notice|noticed|spot|see)\ an?\ (?:error|mistake|typo|inaccuracy)\b.{0,80}
| (?:found|noticed|see)\ an?\ (?:error|mistake|typo)\b.{0,80} | .{0,60}ctrl\s?\+\s?enter.{0,20}
| we\ (?:also\ )?recommend | interesting\ on\ the\ topic
| more\ (?:news|articles|stories)\ (?:on|about)\ .{0,30}
| (?:view\ )?this\ (?:post|publication)\ on\ instagram | an?\ (?:post|publication)\ shared\ by\ .{0,60}
| your\ browser\ does\ not\ support\ .{0,40}
| (?:reuters|afp|ap|getty(?:\ images)?|epa(?:-efe)?|anadolu(?:\ agency)?|aa|xinhua|tass|ria\ novosti|
  dpa|ansa|efe|iha|dha)
  \s?[/|]\s?.{0,50}
"""

# More of them, by what they ask for or tell.
MORE_LINES = r"""
related\ (?:materials?|links?|publications?|videos?|reading|coverage|items|to\ (?:the|
  this)\ topic)(?:\s?:.*)? | read\ (?:us|our\ news)\b.{0,50}
| read\ .{0,25}(?:news|us)\ (?:in|on)\ (?:telegram|google|whatsapp).{0,20}
| read\ (?:also\ in\ .{2,30}|(?:the\ )?(?:full|original|entire|whole|complete)\b.{0,30}|in\ full)
| (?:photo|picture|image|foto|video|screenshot|frame|still)s?\ (?:illustration|from\ (?:the\ |
  an?\ )?(?:open\ sources?|archives?|(?:web)?site|social\ (?:networks?|media)|internet|video|screen|
  press\ service|[\w ’']{2,30}(?:channel|page|archive|account))|report(?:age)?|caption|description|
  source|copyright|credit|\d+\ (?:of|/)\ \d+)(?:\s?[:,/|].{0,90})? | (?:video|tv)\ screenshot
| \d+\ photos?
| (?:photo|picture|image|cover|main|top|title|headline|lead|opening|preview|featured)\ (?:photo|image|
  picture)(?:\s?[:/].{0,50})?
| (?:credits?|video|infographics?|map|collage|illustration|cover|graphics?|drawing|cartoon|
  photo)\s?[:/©]\s?(?-i:[A-Z©])[\w ./©-]{1,40} | (?:in|on)\ the\ (?:photo|picture|image)\s?:.*
| pictured\s?:.*
| (?:sample|reference|representational|press|handout|ap|afp|reuters|epa)\ (?:photo|image|picture)s?
| [(\[]\s?(?:archive|file|stock|illustrative|symbolic|representative)(?:\ (?:photo|image|
  picture))?\s?[)\]]
| (?:reporter|
  correspondent)\ (?-i:[A-Z][\w’-]+(?:\ [A-Z][\w’-]+){1,2})(?:\s?[(=]?\s?[\w.+-]+@[\w.-]+\)?)?
| (?-i:[A-Z][\w’-]+(?:\ [A-Z][\w’-]+){1,2}),?\ (?:(?:special\ |staff\ )?(?:reporter|
  correspondent))\s?[(=]?\s?[\w.+-]+@[\w.-]+\)?
| \[(?:reporter|correspondent|editor|responsible\ editor|editor\ in\ charge)\b.{2,40}\]
| [\w.+-]+@[\w-]+\.[\w.]{2,12}
| (?:responsible\ editor|author|prepared\ by|translated\ by|
  text\ by)\ (?-i:[A-Z][\w’-]+(?:\ [A-Z][\w’-]+){1,2}) | [<(\[]*\s?(?:copyright|ⓒ|©|\(c\))[\s,].{2,100}
| [<(\[]*(?:unauthori[sz]ed|illegal)\ (?:reproduction|copying|reprint|redistribution|
  distribution)\b.{0,80} | reproduction\ (?:is\ )?(?:prohibited|forbidden)\b.{0,50}
| original\ (?:title|text|article|source|link|headline)(?:\s?:.{0,90})?
| source\ (?:of\ (?:this|the)\ (?:article|news|text|information|material|photo)|link|
  text)(?:\s?:.{0,60})? | [(\[]\s?(?:source|text|author|photo|translation|origin)\s?:.{1,50}[)\]]
| follow\ (?:the\ |all\ |more\ )?(?:latest\ )?(?:news|developments|us)\ (?:on|in|via)\ .{2,50}
| (?:subscribe|sign\ up|join)\ and\ .{2,60}
| .{0,50}\b(?:subscribe\ to|join|follow)\ (?:us|our|the)\ .{0,20}\b(?:telegram|whatsapp|youtube|viber|
  facebook|twitter|instagram|google\ news|newsletter)\b.{0,30}
| (?:our|the\ official)\ (?:telegram|whatsapp|youtube|facebook|instagram|viber)(?:\ (?:channel|page|
  group))?
| we\ are\ (?:on|in)\ (?:telegram|whatsapp|youtube|facebook|instagram|viber|social\ (?:networks?|
  media)).{0,20}
| (?:the\ )?(?:most\ important|main|latest|hot(?:test)?|all)\ news\b.{0,30}\b(?:telegram|whatsapp|
  viber)\b.{0,20} | stay\ (?:tuned|informed|up\ to\ date|connected|with\ us)(?:\ .{2,50})?
| (?:to\ )?be\ the\ first\ to\ \w+.{0,70}
| (?:get|receive)\ (?:the\ )?(?:latest\ |breaking\ |our\ )?(?:news|alerts|notifications|
  updates)\b.{0,50} | (?:allow|subscribe\ to|enable|turn\ on)\ (?:push\ )?notifications?.{0,30}
| enable\ javascript.*
| share\ (?:the|this|your|with|in|on|via|to)\ (?:your\ )?(?:article|news|story|post|page|link|opinion|
  publication|material|text|friends|social\ (?:networks?|media)|facebook|twitter|whatsapp|telegram|vk|
  x)(?:\s?:.*)? | tell\ (?:your\ )?friends(?:\ .{2,30})? | (?:share\ )?tweet(?:\ share)?
| like\ us(?:\ on\ .{2,20})?
| (?:(?:the\ )?(?:article|story|text|news|material)\ |advert\w+\ )?continue[sd]?\ (?:after|below|
  under)\b.{0,40} | scroll\ (?:down\ )?to\ (?:continue|read).{0,40}
| advertise?(?:ing)?\ (?:on\ the\ site|with\ us|here)
| (?:add|leave|write|send|show|hide|view|read|see|all|load|readers?['’]?|user|your|latest|new|
  last)\ (?:the\ |all\ |your\ |an?\ |more\ )?comments?(?:\s?\(?\d+\)?)?
| comments?\ (?:(?:are\ )?(?:closed|disabled)|as\ .{2,20}|on\ this\ (?:article|news|story)|policy|rules)
| (?:viewed|read|opened|shared)\ \d[\d.,]*\ times
| [\d.,]+k?\ (?:times\ (?:read|viewed)|reads|shares|followers|readings|hits|votes)
| (?:rate|evaluate)\ (?:this|the)\ (?:article|news|story|text|post|material)s?\s?:?.{0,20}
| (?:rating|votes|average\ rating|your\ rating)\s?:\s?\d.{0,20}
| (?:(?:did|do)\ you\ like|how\ (?:did\ you\ like|do\ you\ rate))\ (?:the|this|our)\ (?:article|news|
  story|post|text|material|site)\s?\?? | (?:key\ words|labels?)\s?:.*
| (?:enlarge|zoom)\ (?:the\ )?(?:image|photo|picture) | full\ screen
| cookies?\ (?:policy|settings|consent|notice) | (?:accept|reject)\ all | version\ for\ printing
| print\ (?:the|this)\ (?:article|page|news|text|story) | send\ (?:to\ an?\ friend|to\ friends?)
| save\ (?:the|this)\ (?:article|news|page|story) | you\ are\ here\s?:.* | (?:our\ )?news\ ?feed
| (?:news|photo|video|picture|topic|theme)s?\ of\ the\ (?:day|hour|week)
| the\ (?:latest|most\ (?:read|popular|discussed|commented|viewed))(?:\ (?:news|articles|stories))?
| most\ (?:commented|discussed|watched|searched|liked)(?:\ (?:news|articles|stories))?
| (?:main|all)\ (?:the\ )?news | other\ (?:news|articles|stories)\ (?:of|from|in)\ (?:the|this)\ section
| (?:back|return|go)\ (?:back\ )?to\ (?:the\ )?(?:list|news|top|section|source|site|comments|gallery|
  contents) | (?:contact|about)\ (?:us|the\ (?:project|site|editors?|editorial\ office|author))
| up\ ?[↑^] | (?:yesterday|today)(?:\ at|,)?\ [0-2]?\d[:.][0-5]\d
| (?:read\ time|time\ to\ read)\s?:?\s?\d+\ min.{0,10} | a\s?-\s?[/|]?\s?a\s?\+ | a\ a\ a
| (?:short\ )?(?:link|url)\s?: | short\ (?:link|url) | copy\ the\ link
| code\ for\ (?:inserting|blogs?|(?:your\ )?(?:web)?site).{0,20} | share\ code
| (?:this\ (?:article|text|news|story|material)\ (?:was|has\ been|is)\ )?(?:automatically|
  machine)[ -]translat(?:ed|ion)\b.{0,60}
| this\ (?:article|text|news|story|material)\ (?:was|has\ been|is)\ translated\b.{0,60}
| automatic\ translation | translated\ from\ (?:the\ )?(?-i:[A-Z])\w+
| end\ of\ (?:the\ )?(?:news\ item|item|article|release|report)
| [/(\[<]+\s?(?:end|over|end\ of\ (?:the\ )?(?:message|news|text))\s?[/)\]>]+ | message\ ends | @\w{3,30}
| (?:available|download|get\ it)\ (?:it\ )?(?:on|from|in)\ (?:the\ )?(?:app\ store|google\ play).{0,30}
| (?:app\ store|google\ play)(?:[\s,|/]+(?:app\ store|google\ play|app\ ?gallery))*
| (?:install|download|get)\ (?:the|our)\ (?:mobile\ )?app(?:lication)?\b.{0,40}
| report\ (?:abuse|a\ bug|this\ (?:comment|ad)|violation) | do\ not\ miss(?:\ (?:it|this))?
| you\ (?:may|might|will)\ (?:also\ )?be\ interested(?:\ in.{0,30})?
| (?:it\ may\ be|this\ is|will\ be)\ (?:interesting|useful)(?:\s?:.*)?
| we\ recommend\ (?:reading|you)(?:\s?:.*)? | partners?['’]?s?['’]?\ (?:news|materials)
| news\ (?:of|from)\ (?:our\ )?partners | (?:live|online|direct)\ (?:broadcast|stream)(?:\s?:.*)?
| (?:support|help)\ (?:us|the\ project|our\ \w+) | donate(?:\ now)?
| become\ an?\ (?:member|patron|subscriber|sponsor).{0,30} | buy\ a\ subscription
| (?:for\ )?subscribers\ only
| this\ (?:article|content|material)\ is\ (?:only\ )?(?:for|available)\b.{0,30}subscribers\b.{0,20}
| already\ (?:an?\ )?(?:subscriber|member|registered|subscribed)\b.{0,30} | free\ trial | add\ to\ cart
| (?:log\ in|register|subscribe)\ to\ (?:read|continue|comment).{0,30} | (?:buy|order)\ now
| (?:write|letters?)\ to\ (?:us|the\ editor(?:s|ial\ (?:office|board))?) | contact\ the\ editor.{0,20}
| send\ us\ (?:your\ )?(?:news|stor|photo|video).{0,40} | have\ (?:any\ )?news\?.{0,30}
| you\ can\ send\ (?:us\ )?your\ (?:news|complaints|photos|comments).{0,60}
| (?:the\ )?(?:opinions?|views?)\ (?:and\ (?:opinions?|views?)\ )?(?:expressed|of\ the\ (?:editors?|
  editorial|authors?))\b.{10,110}
| (?:when|any)\ (?:us(?:e|ing)|copying|quoting|reprint(?:ing)?|reproduc(?:tion|ing)|
  citing)\b.{0,30}
  (?:materials?|contents?|sites?|photos?|texts?|articles?)\b.{0,40}(?:link|source|mandatory|required|
  obligatory|prohibited|permission|allowed).{0,60}
| when\ quoting,?\ .{0,20}(?:link|source).{0,60}
| (?:the\ )?use\ of\ (?:the\ )?(?:site\ )?materials\b.{5,90}
| (?:the\ )?material\ (?:was\ )?prepared\ (?:with|jointly|on\ the\ basis)\b.{0,60}
| legal\ (?:notice|information) | disclaimer | imprint | impressum | site\ ?map
| your\ (?:name|e-?mail|comment|rating|reaction) | table\ of\ contents | in\ this\ (?:article|story)
"""

# Words that may head a part of an article, and are the page's in the company of others.
WEAK_LINES = r"""
home | news | politics | world | society | economy | sports? | culture | technology | business
| health | education | agenda | magazine | life | travel | weather | local | regions? | incidents
| search | menu | contacts? | gallery | photos? | videos? | likes?(?:\ \d+)? | reply | answers?
| submit | send | close | cancel | save | next | previous | back | up | more | (?:more\ )?details
| popular | important | exclusive | opinions? | interview | online | live | archive | editorial | name
| e-?mail(?:\ address)? | website | facebook | twitter | telegram | whatsapp | instagram | youtube
| viber | vk | rss | pinterest | linkedin | messenger | zoom | expand | collapse | hide | sections
| discuss(?:ion)? | reuters | afp | ap | tass | aa | getty\ images | registration | bookmark
| comments? | play | stop | pause | full | font | \d{1,3}(?:\s?/\s?\d{1,3})? | [+x×-](?:\ [+-])?
"""
